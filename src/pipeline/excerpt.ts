import { maskFrontMatter } from './front-matter/secured.ts';
import { hideCiphertext, printable } from './quote.ts';

/** A place in a file: lines from 1, columns from 1 in UTF-16 units, as editors count them. */
export interface Position {
  line: number;
  column: number;
}

/** A line of a file as it may be shown: without `secured`, escaped, and cut around the place that it is about. */
export interface Excerpt {
  text: string;
  /** How many columns of a terminal stand before the place. */
  caret: number;
}

const BEFORE = 60;
const AFTER = 40;
/** How far a long line is looked at, which may hold thousands of places. */
const NEAR = 1_000;

/** Gives excerpts of a file's text. The text is gone through when the first one is asked for. */
export function createExcerpts(text: string): (place: Position) => Excerpt | undefined {
  let lines: string[] | undefined;
  return ({ line, column }) => {
    lines ??= maskFrontMatter(text).split(/\r\n|\n|\r/);
    const source = lines[line - 1];
    return source === undefined || source.trim() === '' ? undefined : cutAround(source, column - 1);
  };
}

function cutAround(line: string, at: number): Excerpt {
  const from = Math.max(0, at - NEAR);
  const near = line.slice(from, at + NEAR);
  const safe = hideCiphertext(near, (run) => '…'.repeat(run.length));
  const start = Math.max(from, at - BEFORE);
  const end = Math.min(from + safe.length, at + AFTER);
  const show = (first: number, last: number): string =>
    printable(
      safe
        .slice(first - from, last - from)
        .replaceAll('\t', ' ')
        .toWellFormed(),
    );
  const before = (start > 0 ? '…' : '') + show(start, at);
  return { text: before + show(at, end) + (end < line.length ? '…' : ''), caret: columnsOf(before) };
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
const WIDTHLESS = /\p{M}|[\u200b-\u200d]/u;

/** How many columns a terminal takes for a text: two for wide characters, none for what is drawn over another. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : WIDTHLESS.test(character) ? 0 : 1;
  return columns;
}
