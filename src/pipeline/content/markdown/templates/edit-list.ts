import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import type { Loss } from '../report/losses.ts';
import { createLineIndex, type Edit } from '../report/source-positions.ts';

/** A body and the edits that translate it to Markdown. */
export interface EditList {
  text: string;
  /** Replaces a part, unless some of it is code or was replaced before. Returns whether it did. */
  replace: (start: number, end: number, text: string) => boolean;
  isFree: (start: number, end: number) => boolean;
  /** Excludes a part from translation. */
  protect: (start: number, end: number) => void;
  addLoss: (loss: Omit<Loss, 'location'> & { offset: number }) => void;
  /** The edits, sorted. */
  edits: () => Edit[];
}

export function createEditList(text: string, addLoss: (loss: Loss) => void): EditList {
  const edits: Edit[] = [];
  const taken = new Uint8Array(text.length);
  const lines = createLineIndex(text);
  const locate = (offset: number): SourceLocation => lines.locationOf(offset);
  const isFree = (start: number, end: number): boolean => {
    for (let index = start; index < end; index += 1) if (taken[index]) return false;
    return true;
  };
  return {
    text,
    isFree,
    replace(start, end, replacement) {
      if (!isFree(start, end)) return false;
      taken.fill(1, start, end);
      edits.push({ start, end, text: replacement });
      return true;
    },
    protect: (start, end) => void taken.fill(1, start, end),
    addLoss: ({ offset, ...loss }) => addLoss({ location: locate(offset), ...loss }),
    edits: () => edits.sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** The start of a line: the marks of the quotes and lists that it is in. */
const PREFIX = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;
/** A prefix is looked for in so many characters before a tag. */
const MAX_PREFIX = 200;

/** The start of the line before an offset, and how lines that belong to the same lists and quotes begin. */
function lineBefore(text: string, offset: number): { line: string; prefix: string; indent: string } {
  const before = text.slice(Math.max(0, offset - MAX_PREFIX), offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const prefix = PREFIX.exec(line)?.[0] ?? '';
  return { line, prefix, indent: prefix.replace(/[^>\s]/g, ' ') };
}

/** What begins the lines that belong to the same lists and quotes as an offset. */
export const containerIndent = (text: string, offset: number): string => lineBefore(text, offset).indent;

/** Puts a block of HTML into a text at an offset, separated by blank lines from the Markdown around it. */
export function asBlock(html: string, text: string, offset: number): string {
  const { line, prefix, indent } = lineBefore(text, offset);
  // A row of a table is one line.
  if (/^[ \t]*\|/.test(line)) return html.replace(/\n+/g, ' ');
  const blank = `\n${indent}\n${indent}`;
  return (prefix.length === line.length ? '' : blank) + html.replaceAll('\n', `\n${indent}`) + blank;
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A function that finds a text from an offset on. Offsets must not decrease: then the time is linear in all calls. */
export function createFinder(text: string, needle: string): (from: number) => number {
  let known = -2;
  return (from) => {
    if (known !== -1 && known < from) known = text.indexOf(needle, from);
    return known;
  };
}
