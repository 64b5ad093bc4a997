import type { SourceLocation } from '../../diagnostics/code-frame.ts';

/*
 * The Markdown parser needs quadratic time for some input: lines of lists, nested containers, cells of a table. One
 * linear pass before parsing finds a body with more of them than any real article has.
 */

const MAX_LENGTH = 200_000;
const MAX_LINES = 12_000;
/** Lines that may belong to a list, quote or footnote. An underline of a heading counts twice. */
const MAX_CONTAINER_LINES = 4_000;
/** Nested lists, quotes and footnotes; two columns of indentation count as one level. */
const MAX_DEPTH = 50;
/** Markers of lists, quotes and footnotes. */
const MAX_CONTAINERS = 5_000;
/** Cells of tables. The parser adds cells to short rows, so each row counts with the width of its table. */
const MAX_CELLS = 30_000;

/** How much of a body can be parsed as Markdown. */
export interface MarkdownLimit {
  /** The offset at which the part that can be parsed ends, after a blank line. */
  end: number;
  /** The location of the line that exceeds a limit. */
  location: SourceLocation;
  /** The limit that is exceeded, for a message: `12,000 lines`. */
  expected: string;
}

/** Finds where a body exceeds a limit. `undefined` for nearly all bodies. */
export function findMarkdownLimit(body: string): MarkdownLimit | undefined {
  const count: Count = { lines: 0, isInContainer: false, containerLines: 0, containers: 0, columns: 0, cells: 0 };
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
  isInContainer: boolean;
  containerLines: number;
  containers: number;
  /** The columns of the table that may be open. */
  columns: number;
  cells: number;
}

/** Adds a line to the counts. Returns the limit that it exceeds, if any. */
function exceededLimit(text: string, isAfterBlank: boolean, next: number, count: Count): string | undefined {
  const { depth, containers, rest } = openingOf(text);
  if (containers > 0) count.isInContainer = true;
  else if (isAfterBlank && /^\S/.test(text)) count.isInContainer = false;
  count.lines += 1;
  count.containerLines += (count.isInContainer ? 1 : 0) + (/^(?:=+|-+)[ \t]*$/.test(rest) ? 2 : 0);
  count.containers += containers;
  const columns = columnsOf(text);
  count.columns = isBlank(text) ? 0 : Math.max(count.columns, columns);
  count.cells += count.columns + columns;
  if (depth > MAX_DEPTH) return `${MAX_DEPTH} nested lists and quotes`;
  if (count.containers > MAX_CONTAINERS) return `${formatCount(MAX_CONTAINERS)} list items and quotes`;
  if (count.containerLines > MAX_CONTAINER_LINES)
    return `${formatCount(MAX_CONTAINER_LINES)} lines of lists, quotes and underlined headings`;
  if (count.cells > MAX_CELLS) return `${formatCount(MAX_CELLS)} table cells`;
  if (count.lines > MAX_LINES) return `${formatCount(MAX_LINES)} lines`;
  return next > MAX_LENGTH ? `${formatCount(MAX_LENGTH)} characters` : undefined;
}

/** Blank in Markdown: only spaces and tabs. A no-break space is content. */
const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

const formatCount = (count: number): string => count.toLocaleString('en');

/** The start of a line: spaces, and the markers of quotes, lists and footnotes. */
const OPENING = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,40}\]:)*/;
const CONTAINER = />|[-+*]|\d+[.)]|\[\^[^\]]*\]:/g;
/** An opening longer than this is deeper than `MAX_DEPTH` anyway. */
const LONGEST_OPENING = 4_000;

function openingOf(text: string): { depth: number; containers: number; rest: string } {
  const opening = OPENING.exec(text.slice(0, LONGEST_OPENING))?.[0] ?? '';
  const containers = opening.match(CONTAINER)?.length ?? 0;
  const blanks = opening.replace(/[^ \t]/g, '').replaceAll('\t', '    ').length;
  const rest = text.slice(opening.length);
  return { rest, containers, depth: containers === 0 ? 0 : Math.max(containers, blanks / 2) };
}

/** The columns of a table's delimiter row such as `|---|:-:|`, else 0. */
const columnsOf = (text: string): number => (/^[\s>|:-]+$/.test(text) ? text.split('|').length : 0);

function* linesOf(body: string): Generator<{ text: string; start: number; next: number }> {
  let start = 0;
  for (const { 0: ending, index } of body.matchAll(/\r\n|\n|\r|$/g)) {
    const next = index + ending.length;
    yield { text: body.slice(start, index), start, next };
    start = next;
  }
}
