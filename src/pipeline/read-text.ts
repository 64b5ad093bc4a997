import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { defined } from './defined.ts';
import type { Position } from './excerpt.ts';
import type { ParseProblem } from './front-matter/split-front-matter.ts';

/** The largest content file, in bytes. */
const MAX_BYTES = 2_000_000;

export type ReadResult = { text: string } | { problem: ParseProblem };

/** Reads a content file as UTF-8. A byte order mark is dropped. Never throws: what is wrong is said in words. */
export function readText(file: string): ReadResult {
  try {
    const stats = statSync(file);
    // From a pipe a reader would wait for ever.
    if (!stats.isFile()) return fail('unreadable', 'Expected a file, found a folder or a device.');
    if (stats.size > MAX_BYTES) return fail('too-large', 'Expected a file of at most 2 MB.');
    const bytes = readFileSync(file);
    if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
      return fail('not-utf-8', 'Expected UTF-8, found UTF-16.', { line: 1, column: 1 }, 'Save the file as UTF-8.');
    if (bytes.includes(0))
      return fail('not-text', 'Expected text, found a NUL byte.', placeOf(bytes, bytes.indexOf(0)));
    if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
    const place = placeOf(bytes, firstBadByte(bytes));
    return fail('not-utf-8', 'Expected UTF-8, found bytes that are not.', place, 'Save the file as UTF-8.');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return fail('unreadable', `The file cannot be read${reason}.`);
  }
}

const fail = (code: string, message: string, place?: Position, hint?: string): ReadResult => ({
  problem: { code, message, ...place, ...defined('hint', hint) },
});

function placeOf(bytes: Buffer, offset: number): Position {
  const before = bytes.toString('utf8', 0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The longest beginning that is UTF-8 ends before it. A character that the cut divides is not at fault. */
function firstBadByte(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  const isGood = (end: number): boolean =>
    [0, 1, 2, 3].some((back) => isUtf8(bytes.subarray(0, Math.max(0, end - back))));
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGood(middle)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}
