import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { SourceLocation } from '../diagnostics/code-frame.ts';
import { defined } from '../util/defined.ts';
import type { ParseDiagnostic } from './front-matter/split-front-matter.ts';

/** The largest content file, in bytes. */
const MAX_BYTES = 2_000_000;

/** The text of a file. With a diagnostic, it is for the code frame only. */
export type TextFile = { text: string; diagnostic?: ParseDiagnostic };

/** Reads a content file as UTF-8 without its byte order mark. Never throws: errors are returned as a diagnostic. */
export function readTextFile(file: string): TextFile {
  try {
    const stats = statSync(file);
    // Reading a pipe would block forever.
    if (!stats.isFile()) return fail('unreadable', 'Expected a file, found a folder or a device.');
    const { size } = stats;
    if (size > MAX_BYTES) {
      const found = (size / 1_000_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
      return fail('too-large', `Expected a file of at most 2 MB, found ${found} MB.`);
    }
    const text = readFileSync(file, 'utf8');
    // Invalid UTF-8 is decoded as U+FFFD, but the file may also contain U+FFFD itself.
    if (!text.includes('\ufffd') && !text.includes('\0')) return { text: text.replace(/^\ufeff/, '') };
    const bytes = readFileSync(file);
    if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
      return fail('not-utf-8', 'Expected UTF-8, found UTF-16.', SAVE_AS_UTF8);
    if (bytes.includes(0))
      return failAt(bytes, bytes.indexOf(0), 'not-text', 'Expected text, found a NUL byte.', 'Remove it.');
    if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
    return failAt(bytes, firstInvalidByte(bytes), 'not-utf-8', 'Expected UTF-8, found an invalid byte.', SAVE_AS_UTF8);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return fail('unreadable', `Expected a readable file, found one that cannot be read${reason}.`);
  }
}

const SAVE_AS_UTF8 = 'Save the file as UTF-8.';

const fail = (code: string, message: string, hint?: string): TextFile => ({
  diagnostic: { code, message, ...defined('hint', hint) },
  text: '',
});

/** The bytes are decoded as far as possible, so that the code frame can show the error. */
const failAt = (bytes: Buffer, offset: number, code: string, message: string, hint: string): TextFile => ({
  diagnostic: { code, message, hint, ...locationOf(bytes, offset) },
  text: new TextDecoder('utf-8').decode(bytes),
});

function locationOf(bytes: Buffer, offset: number): SourceLocation {
  const before = bytes
    .toString('utf8', 0, offset)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A binary search for the longest valid prefix. A prefix may end inside a character of up to four bytes. */
function firstInvalidByte(bytes: Buffer): number {
  let [valid, invalid] = [0, bytes.length];
  const isValidPrefix = (end: number): boolean =>
    [0, 1, 2, 3].some((back) => isUtf8(bytes.subarray(0, Math.max(0, end - back))));
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidPrefix(middle)) valid = middle;
    else invalid = middle;
  }
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid -= 1;
  return valid;
}
