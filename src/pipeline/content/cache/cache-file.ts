import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';
import { pruneCache } from './cache-folder.ts';

/** Where some bytes stand in a cache file. */
export interface CacheRange {
  at: number;
  length: number;
}

/** A file of many texts, ended by an index that says where each stands. */
export interface CacheFile {
  read: (range: CacheRange) => Buffer;
  /** The lines that it was finished with. */
  index: string[];
}

/** A cache file in the making. What was appended can be read at once. */
export interface NewCacheFile extends Omit<CacheFile, 'index'> {
  append: (text: string | Buffer) => CacheRange;
  /** Adds the index, line by line, and puts the file under its name, in place of the one that was there. */
  finish: (index: Iterable<string>) => void;
  /** Leaves no file behind. What was appended can still be read. */
  abandon: () => void;
}

/** The last bytes of a cache file: where its index begins, the index's hash, and what kind of file it is. */
const TRAILER = /^(\d{16}) ([\w-]{16}) broadsheet-1\n$/;
const TRAILER_BYTES = 47;
const SLAB_BYTES = 1 << 20;

/** Opens a cache file; nothing when there is none, or none that is whole. */
export function openCacheFile(file: string): CacheFile | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const opened = descriptor;
    const read = (range: CacheRange): Buffer => readBytes(opened, range);
    const { size } = fstatSync(opened);
    const [, at = '', hash = ''] =
      TRAILER.exec(read({ at: size - TRAILER_BYTES, length: TRAILER_BYTES }).toString('latin1')) ?? [];
    const bytes = read({ at: Number(at), length: size - TRAILER_BYTES - Number(at) });
    if (hashOf(bytes) !== hash) throw new Error('The index is damaged');
    return { read, index: bytes.toString().split('\n') };
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}

let begun = 0;

/** Begins a cache file under a name of its own, so that builds side by side do each other no harm. */
export function createCacheFile(file: string): NewCacheFile | undefined {
  begun += 1;
  const temporary = `${file}.${process.pid}-${begun}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    return cacheFileIn(openSync(temporary, 'w+'), temporary, file);
  } catch {
    // Nothing can be written there: then nothing is cached.
    return undefined;
  }
}

function cacheFileIn(descriptor: number, temporary: string, file: string): NewCacheFile {
  const slab = Buffer.allocUnsafe(SLAB_BYTES);
  let used = 0;
  let flushed = 0;
  const flush = (): void => {
    writeBytes(descriptor, slab.subarray(0, used));
    flushed += used;
    used = 0;
  };
  const append = (text: string | Buffer): CacheRange => {
    const length = Buffer.byteLength(text);
    if (used + length > SLAB_BYTES) flush();
    const at = flushed + used;
    if (length > SLAB_BYTES) {
      writeBytes(descriptor, Buffer.from(text));
      flushed += length;
    } else {
      used += typeof text === 'string' ? slab.write(text, used) : text.copy(slab, used);
    }
    return { at, length };
  };
  return {
    append,
    read: (range) => {
      if (range.at + range.length > flushed) flush();
      return readBytes(descriptor, range);
    },
    abandon: () => {
      try {
        rmSync(temporary, { force: true });
      } catch {
        // Some systems keep a file that is open.
      }
    },
    finish: (index) => {
      const hash = createHash('sha256');
      const start = flushed + used;
      let separator = '';
      for (const line of index) {
        hash.update(separator + line);
        append(separator + line);
        separator = '\n';
      }
      append(`${String(start).padStart(16, '0')} ${hash.digest('base64url').slice(0, 16)} broadsheet-1\n`);
      flush();
      renameSync(temporary, file);
      pruneCache(file);
    },
  };
}

function readBytes(descriptor: number, { at, length }: CacheRange): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, bytes, done, length - done, at + done);
    if (read === 0) throw new Error('The cache file is cut short');
    done += read;
  }
  return bytes;
}

function writeBytes(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
