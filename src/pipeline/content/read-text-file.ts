import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { SourceLocation } from '../diagnostics/code-frame.ts';
import { defined } from '../util/defined.ts';
import type { ParseDiagnostic } from './front-matter/split-front-matter.ts';

/** The largest content file, in bytes. */
const MAX_BYTES = 2_000_000;

/** With a problem, the text only shows where that is. */
export type TextFile = { text: string; diagnostic?: ParseDiagnostic };

/** Reads a content file as UTF-8. A byte order mark is dropped. Never throws: what is wrong is said in words. */
export function readTextFile(file: string): TextFile {
  try {
    const stats = statSync(file);
    // From a pipe a reader would wait for ever.
    if (!stats.isFile()) return fail('unreadable', 'Expected a file, found a folder or a device.');
    const { size } = stats;
    if (size > MAX_BYTES) {
      const found = (size / 1_000_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
      return fail('too-large', `Expected a file of at most 2 MB, found ${found} MB.`);
    }
    const text = readFileSync(file, 'utf8');
    // What is no UTF-8 has become U+FFFD, which may stand in the file itself too.
    if (!text.includes('\ufffd') && !text.includes('\0')) return { text: text.replace(/^\ufeff/, '') };
    const bytes = readFileSync(file);
    if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
      return fail('not-utf-8', 'Expected UTF-8, found UTF-16.', SAVE_AS_UTF8);
    if (bytes.includes(0))
      return failAt(bytes, bytes.indexOf(0), 'not-text', 'Expected text, found a NUL byte.', 'Take it out.');
    if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
    return failAt(bytes, firstBadByte(bytes), 'not-utf-8', 'Expected UTF-8, found a byte that is not.', SAVE_AS_UTF8);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return fail('unreadable', `Expected a file that can be read, found one that cannot${reason}.`);
  }
}

const SAVE_AS_UTF8 = 'Save the file as UTF-8.';

const fail = (code: string, message: string, hint?: string): TextFile => ({
  diagnostic: { code, message, ...defined('hint', hint) },
  text: '',
});

/** What of the bytes is text tells where the fault is. */
const failAt = (bytes: Buffer, offset: number, code: string, message: string, hint: string): TextFile => ({
  diagnostic: { code, message, hint, ...placeOf(bytes, offset) },
  text: new TextDecoder('utf-8').decode(bytes),
});

function placeOf(bytes: Buffer, offset: number): SourceLocation {
  const before = bytes
    .toString('utf8', 0, offset)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
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
