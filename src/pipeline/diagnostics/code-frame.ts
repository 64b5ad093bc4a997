import { hideCiphertext, printable } from './quote.ts';
import { redactFrontMatter } from './redact-secrets.ts';

/** A location in a file. Lines and columns count from 1, columns in UTF-16 units as in editors. */
export interface SourceLocation {
  line: number;
  column: number;
}

/** A line of a file that is safe to print: without ciphertext, escaped, and cut around a location. */
export interface CodeFrame {
  text: string;
  /** The number of terminal columns before the location. */
  caret: number;
}

/** The maximum length of a code frame, and of its part before the location, in characters of the source. */
const MAX_LENGTH = 100;
const MAX_BEFORE = 60;

/**
 * Returns a function that creates code frames for a file's text. It returns `undefined` for a blank or missing line. The
 * text is split on the first call and the last line is cached: a file can be one long line with many diagnostics.
 */
export function createCodeFrames(text: string): (location: SourceLocation) => CodeFrame | undefined {
  let lines: string[] | undefined;
  let last: { line: number; safe: string } | undefined;
  return ({ line, column }) => {
    lines ??= text.split(LINE_END);
    const [above = '', source = ''] = [lines[line - 2], lines[line - 1]];
    if (source.trim() === '') return undefined;
    if (last?.line !== line) last = { line, safe: withoutSecrets(source, above) };
    return cutAround(last.safe, column - 1);
  };
}

/** Masks ciphertext in a line without changing its length. The name `secured` may be on the line above. */
function withoutSecrets(source: string, above: string): string {
  const masked = redactFrontMatter(`${above}\n${redactFrontMatter(source)}`).slice(above.length + 1);
  return hideCiphertext(masked, (run) => '…'.repeat(run.length));
}

const LINE_END = /\r\n|\n|\r/;

/** Cuts a line around an offset `at`. */
function cutAround(safe: string, at: number): CodeFrame {
  const start = at > MAX_BEFORE && safe.length > MAX_LENGTH ? Math.min(at - MAX_BEFORE, safe.length - MAX_LENGTH) : 0;
  const end = Math.min(start + MAX_LENGTH, safe.length);
  const show = (from: number, to: number): string =>
    printable(safe.slice(from, to).replaceAll('\t', ' ').toWellFormed());
  const before = (start > 0 ? '…' : '') + show(start, at);
  return { text: before + show(at, end) + (end < safe.length ? '…' : ''), caret: countColumns(before) };
}

/** Excludes half-width forms of wide scripts, and regional indicators, two of which form one wide flag. */
const WIDE =
  /(?![\uff61-\uffdc\p{Regional_Indicator}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const ZERO_WIDTH = /\p{M}|[\u200b-\u200d]/u;

/** The number of terminal columns of a text: two for wide characters, none for combining characters. */
function countColumns(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : ZERO_WIDTH.test(character) ? 0 : 1;
  return columns;
}
