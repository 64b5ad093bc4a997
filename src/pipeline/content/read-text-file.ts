import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { SourceLocation } from '../diagnostics/code-frame.ts';
import { defined } from '../util/defined.ts';
import { statsOf } from '../util/file-stats.ts';
import type { ParseDiagnostic } from './front-matter/split-front-matter.ts';

/** The largest content file, in bytes. */
const MAX_BYTES = 2_000_000;

/** The text of a file. With a diagnostic, it is for the code frame only. */
export interface TextFile {
  text: string;
  diagnostic?: ParseDiagnostic;
  /** The stats of the file before it was read. Absent if it cannot be opened. */
  stats?: Stats;
}

/** Reads a content file as UTF-8 without its byte order mark. Never throws: errors are returned as a diagnostic. */
export function readTextFile(file: string): TextFile {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, READ_ONLY);
    const stats = fstatSync(descriptor);
    const read = readOpenFile(descriptor, stats);
    read.stats = stats;
    return read;
  } catch (error) {
    // Windows does not open folders.
    if (statsOf(file)?.isFile() === false) return NOT_A_FILE;
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return fail('unreadable', `Expected a readable file, found one that cannot be read${reason}.`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Opening a pipe would block forever without `O_NONBLOCK`, which Windows does not have. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function readOpenFile(descriptor: number, stats: Stats): TextFile {
  if (!stats.isFile()) return { ...NOT_A_FILE };
  const { size } = stats;
  if (size > MAX_BYTES) {
    const found = (size / 1_000_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return fail('too-large', `Expected a file of at most 2 MB, found ${found} MB.`);
  }
  return decode(readBytes(descriptor, size));
}

/*
 * All files are read into one buffer. Opening a file once for its stats and its text takes 10 µs, `statSync` for a
 * fingerprint, another one for the size and `readFileSync` take 16 µs.
 */
const reused = Buffer.allocUnsafeSlow(MAX_BYTES);

/** The bytes of an open file. They are valid until the next call. */
function readBytes(descriptor: number, size: number): Buffer {
  let done = 0;
  while (done < size) {
    const count = readSync(descriptor, reused, done, size - done, null);
    if (count === 0) break;
    done += count;
  }
  return reused.subarray(0, done);
}

function decode(bytes: Buffer): TextFile {
  const text = bytes.toString();
  // Invalid UTF-8 is decoded as U+FFFD, but the file may also contain U+FFFD itself.
  if (!text.includes('\ufffd') && !text.includes('\0')) return { text: text.replace(/^\ufeff/, '') };
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
    return fail('not-utf-8', 'Expected UTF-8, found UTF-16.', SAVE_AS_UTF8);
  if (bytes.includes(0))
    return failAt(bytes, bytes.indexOf(0), 'not-text', 'Expected text, found a NUL byte.', 'Remove it.');
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
  return failAt(bytes, firstInvalidByte(bytes), 'not-utf-8', 'Expected UTF-8, found an invalid byte.', SAVE_AS_UTF8);
}

const SAVE_AS_UTF8 = 'Save the file as UTF-8.';

const fail = (code: string, message: string, hint?: string): TextFile => ({
  diagnostic: { code, message, ...defined('hint', hint) },
  text: '',
});

const NOT_A_FILE = fail('unreadable', 'Expected a file, found a folder or a device.');

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
