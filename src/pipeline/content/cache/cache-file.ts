import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';
import { pruneCache } from './cache-folder.ts';

/** A range of bytes in a cache file. */
export interface CacheRange {
  offset: number;
  length: number;
}

/** A file with many texts, followed by an index of lines and a trailer. */
export interface CacheFile {
  read: (range: CacheRange) => Buffer;
  /** The lines of the index. */
  index: string[];
}

/** A cache file that is being written. Appended texts can be read immediately. */
export interface NewCacheFile extends Omit<CacheFile, 'index'> {
  append: (text: string | Buffer) => CacheRange;
  /** Writes the index line by line and renames the file to its final name, replacing an existing one. */
  finish: (index: Iterable<string>) => void;
  /** Deletes the file. Appended texts can still be read in this process. */
  abandon: () => void;
}

/** The last bytes of a cache file: the offset of the index, a hash of the index, and the file format. */
const TRAILER = /^(\d{16}) ([\w-]{16}) broadsheet-1\n$/;
const TRAILER_BYTES = 47;
const BUFFER_BYTES = 1 << 20;
/** The maximum number of bytes in UTF-8 for a UTF-16 code unit. */
const MAX_UNIT_BYTES = 3;

/** Opens a cache file. Returns `undefined` if it is missing, incomplete or damaged. */
export function openCacheFile(file: string): CacheFile | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const opened = descriptor;
    const read = (range: CacheRange): Buffer => readBytes(opened, range);
    const { size } = fstatSync(opened);
    const [, offset = '', hash = ''] =
      TRAILER.exec(read({ offset: size - TRAILER_BYTES, length: TRAILER_BYTES }).toString('latin1')) ?? [];
    const bytes = read({ offset: Number(offset), length: size - TRAILER_BYTES - Number(offset) });
    if (hashOf(bytes) !== hash) throw new Error('The index is damaged');
    return { read, index: bytes.toString().split('\n') };
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}

let createdCount = 0;

/**
 * Creates a cache file under a temporary name, so that concurrent builds do not interfere. Returns `undefined` if it
 * cannot be written; then there is no cache file.
 */
export function createCacheFile(file: string): NewCacheFile | undefined {
  createdCount += 1;
  const temporary = `${file}.${process.pid}-${createdCount}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    return createWriter(openSync(temporary, 'w+'), temporary, file);
  } catch {
    return undefined;
  }
}

function createWriter(descriptor: number, temporary: string, file: string): NewCacheFile {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let used = 0;
  let flushed = 0;
  const flush = (): void => {
    writeBytes(descriptor, buffer.subarray(0, used));
    flushed += used;
    used = 0;
  };
  const append = (text: string | Buffer): CacheRange => {
    const maxLength = typeof text === 'string' ? text.length * MAX_UNIT_BYTES : text.length;
    if (used + maxLength > BUFFER_BYTES) flush();
    const offset = flushed + used;
    if (maxLength > BUFFER_BYTES) {
      const bytes = Buffer.from(text);
      writeBytes(descriptor, bytes);
      flushed += bytes.length;
    } else {
      used += typeof text === 'string' ? buffer.write(text, used) : text.copy(buffer, used);
    }
    return { offset, length: flushed + used - offset };
  };
  return {
    append,
    read: (range) => {
      if (range.offset + range.length > flushed) flush();
      return readBytes(descriptor, range);
    },
    abandon: () => {
      try {
        rmSync(temporary, { force: true });
      } catch {
        // Windows does not delete a file that is open.
      }
    },
    finish: (index) => {
      const hash = createHash('sha256');
      const start = flushed + used;
      for (const text of joinLines(index)) {
        hash.update(text);
        append(text);
      }
      append(`${String(start).padStart(16, '0')} ${hash.digest('base64url').slice(0, 16)} broadsheet-1\n`);
      flush();
      renameSync(temporary, file);
      pruneCache(file);
    },
  };
}

/** Joins lines to texts of about 64 KB, because a call of `hash.update` takes longer than hashing a line. */
function* joinLines(lines: Iterable<string>): Generator<string> {
  let text = '';
  let separator = '';
  for (const line of lines) {
    text += separator + line;
    separator = '\n';
    if (text.length < JOINED_LENGTH) continue;
    yield text;
    text = '';
  }
  yield text;
}

const JOINED_LENGTH = 1 << 16;

function readBytes(descriptor: number, { offset, length }: CacheRange): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, bytes, done, length - done, offset + done);
    if (read === 0) throw new Error('The cache file is truncated');
    done += read;
  }
  return bytes;
}

function writeBytes(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
