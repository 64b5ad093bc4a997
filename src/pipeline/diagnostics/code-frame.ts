import { hideCiphertext, printable } from './quote.ts';
import { redactFrontMatter } from './redact-secrets.ts';

/** A place in a file: lines from 1, columns from 1 in UTF-16 units, as editors count them. */
export interface Position {
  line: number;
  column: number;
}

/** A line of a file as it may be shown: without `secured`, escaped, and cut around the place that it is about. */
export interface CodeFrame {
  text: string;
  /** How many columns of a terminal stand before the place. */
  caret: number;
}

/** At most so much is shown, and so much of that before the place. */
const LENGTH = 100;
const BEFORE = 60;

/**
 * Gives excerpts of a file's text. Its lines are found when the first one is asked for, and made safe when one is shown:
 * all of a file may stand on one line, and many issues too.
 */
export function createCodeFrames(text: string): (place: Position) => CodeFrame | undefined {
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

/** A line without ciphertext, as long as before. The line above it may say that there is some. */
function withoutSecrets(source: string, above: string): string {
  const masked = redactFrontMatter(`${above}\n${redactFrontMatter(source)}`).slice(above.length + 1);
  return hideCiphertext(masked, (run) => '…'.repeat(run.length));
}

const LINE_END = /\r\n|\n|\r/;

function cutAround(safe: string, at: number): CodeFrame {
  const start = at > BEFORE && safe.length > LENGTH ? Math.min(at - BEFORE, safe.length - LENGTH) : 0;
  const end = Math.min(start + LENGTH, safe.length);
  const show = (from: number, to: number): string =>
    printable(safe.slice(from, to).replaceAll('\t', ' ').toWellFormed());
  const before = (start > 0 ? '…' : '') + show(start, at);
  return { text: before + show(at, end) + (end < safe.length ? '…' : ''), caret: columnsOf(before) };
}

/** Narrow forms of wide scripts come after the wide forms of narrow ones. Two letters of a flag make one. */
const WIDE =
  /(?![\uff61-\uffdc\p{Regional_Indicator}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const WIDTHLESS = /\p{M}|[\u200b-\u200d]/u;

/** How many columns a terminal takes for a text: two for wide characters, none for what is drawn over another. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : WIDTHLESS.test(character) ? 0 : 1;
  return columns;
}
