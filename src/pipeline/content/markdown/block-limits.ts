import type { SourceLocation } from '../../diagnostics/code-frame.ts';

/*
 * The Markdown parser takes time that grows with the square of some things: lines of lists, containers inside each
 * other, cells of a table. More of them than any article has is found before it begins, in one pass.
 */

const MAX_LENGTH = 200_000;
const MAX_LINES = 12_000;
/** Lines that may belong to a list, quote or note, and twice the lines that make headings of those before them. */
const MAX_INNER_LINES = 4_000;
/** Lists, quotes and notes inside each other; an indentation of two columns may be one. */
const MAX_DEPTH = 50;
/** Lists, quotes and notes that lines open or carry on. */
const MAX_CONTAINERS = 5_000;
/** A short row is filled up to the width of its table. */
const MAX_CELLS = 30_000;

/** How much of a body can be read as Markdown. */
export interface MarkdownLimit {
  /** It ends before what is too much, after a blank line. */
  end: number;
  /** Where that is. */
  location: SourceLocation;
  /** What there is too much of. */
  expected: string;
}

/** Where a body holds more than the parser should be given; `undefined` for nearly all. */
export function findMarkdownLimit(body: string): MarkdownLimit | undefined {
  const count: Count = { lines: 0, isInner: false, innerLines: 0, containers: 0, columns: 0, cells: 0 };
  let [end, line] = [0, 1];
  for (const { text, start, next } of linesOf(body)) {
    const expected = exceededLimit(text, end === start, next, count);
    if (expected !== undefined) return { end, location: { line, column: 1 }, expected };
    if (isBlank(text)) [end, line] = [next, count.lines + 1];
  }
  return undefined;
}

interface Count {
  lines: number;
  /** Whether a container may be open. */
  isInner: boolean;
  innerLines: number;
  containers: number;
  /** Of the table that may be going on. */
  columns: number;
  cells: number;
}

/** Adds a line to the count, and says what is now more than can be. */
function exceededLimit(text: string, isAfterBlank: boolean, next: number, count: Count): string | undefined {
  const { depth, containers, rest } = openingOf(text);
  if (containers > 0) count.isInner = true;
  else if (isAfterBlank && /^\S/.test(text)) count.isInner = false;
  count.lines += 1;
  count.innerLines += (count.isInner ? 1 : 0) + (/^(?:=+|-+)[ \t]*$/.test(rest) ? 2 : 0);
  count.containers += containers;
  const columns = columnsOf(text);
  count.columns = isBlank(text) ? 0 : Math.max(count.columns, columns);
  count.cells += count.columns + columns;
  if (depth > MAX_DEPTH) return `${MAX_DEPTH} lists and quotes inside each other`;
  if (count.containers > MAX_CONTAINERS) return `${inWords(MAX_CONTAINERS)} list items and quotes`;
  if (count.innerLines > MAX_INNER_LINES)
    return `${inWords(MAX_INNER_LINES)} lines of lists, quotes and underlined headings`;
  if (count.cells > MAX_CELLS) return `${inWords(MAX_CELLS)} cells of tables`;
  if (count.lines > MAX_LINES) return `${inWords(MAX_LINES)} lines`;
  return next > MAX_LENGTH ? `${inWords(MAX_LENGTH)} characters` : undefined;
}

/** As Markdown sees it: a no-break space is something. */
const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

const inWords = (count: number): string => count.toLocaleString('en');

/** What a line begins with: blanks, and the marks of quotes, lists and notes. */
const OPENING = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,40}\]:)*/;
const CONTAINER = />|[-+*]|\d+[.)]|\[\^[^\]]*\]:/g;
/** Longer than the opening of any line that is not too deep. */
const LONGEST_OPENING = 4_000;

function openingOf(text: string): { depth: number; containers: number; rest: string } {
  const opening = OPENING.exec(text.slice(0, LONGEST_OPENING))?.[0] ?? '';
  const containers = opening.match(CONTAINER)?.length ?? 0;
  const blanks = opening.replace(/[^ \t]/g, '').replaceAll('\t', '    ').length;
  const rest = text.slice(opening.length);
  return { rest, containers, depth: containers === 0 ? 0 : Math.max(containers, blanks / 2) };
}

/** A line such as `|---|:-:|` makes a table of the line before it. */
const columnsOf = (text: string): number => (/^[\s>|:-]+$/.test(text) ? text.split('|').length : 0);

function* linesOf(body: string): Generator<{ text: string; start: number; next: number }> {
  let start = 0;
  for (const { 0: ending, index } of body.matchAll(/\r\n|\n|\r|$/g)) {
    const next = index + ending.length;
    yield { text: body.slice(start, index), start, next };
    start = next;
  }
}
