import { hashOf } from '../../util/hash.ts';
import { type CacheFile, type CacheRange, createCacheFile, type NewCacheFile, openCacheFile } from './cache-file.ts';

/**
 * A reference to a cached text: a range of a cache file, or the text itself if no file can be written. `isNew` means that
 * this process made the text, so it cannot be damaged.
 */
export type CachedText = { source: Pick<CacheFile, 'read'>; range: CacheRange; isNew: boolean } | { text: string };

/** Stores texts outside of memory: new ones in a cache file that is being written, old ones in the existing file. */
export interface TextCache {
  /** The index of the existing cache file; empty if it is missing or damaged. */
  index: string[];
  /** A text in the existing cache file. */
  fromRange: (range: CacheRange) => CachedText;
  put: (text: string) => CachedText;
  /** Returns a text, or `undefined` if it comes from the existing file, which may be damaged, and has another hash. */
  get: (cached: CachedText, hash: string) => string | undefined;
  /**
   * Writes a new cache file with these texts. `toIndex` gets their ranges and returns the lines of the index. Returns
   * references to the texts in the new file.
   */
  save: (texts: readonly CachedText[], toIndex: (ranges: CacheRange[]) => Iterable<string>) => CachedText[];
  /** Deletes an unfinished cache file. Texts are kept in memory from now on. */
  stopWriting: () => void;
}

/** Without `file`, all texts are kept in memory. */
export function createTextCache(file: string | undefined): TextCache {
  const existing = file === undefined ? undefined : openCacheFile(file);
  let newFile: NewCacheFile | undefined;
  let canWrite = file !== undefined;
  const openNewFile = (): NewCacheFile | undefined => {
    if (file === undefined || !canWrite) return undefined;
    newFile ??= createCacheFile(file);
    canWrite = newFile !== undefined;
    return newFile;
  };
  return {
    index: existing?.index ?? [],
    fromRange: (range) => (existing ? { source: existing, range, isNew: false } : { text: '' }),
    put(text) {
      const source = openNewFile();
      if (!source) return { text };
      try {
        return { source, range: source.append(text), isNew: true };
      } catch {
        // The disk may be full.
        canWrite = false;
        return { text };
      }
    },
    get(cached, hash) {
      if ('text' in cached) return cached.text;
      try {
        const bytes = cached.source.read(cached.range);
        return cached.isNew || hashOf(bytes) === hash ? bytes.toString() : undefined;
      } catch {
        return undefined;
      }
    },
    save(texts, toIndex) {
      const target = openNewFile();
      if (!target) return [...texts];
      try {
        const ranges = texts.map((cached) => copyTo(target, cached));
        target.finish(toIndex(ranges));
        newFile = undefined;
        return ranges.map((range, index) => ({ source: target, range, isNew: isNew(texts[index]) }));
      } catch {
        // The disk may be full, or the existing file damaged. The next run reads the files again.
        return [...texts];
      }
    },
    stopWriting: () => {
      newFile?.abandon();
      newFile = undefined;
      canWrite = false;
    },
  };
}

const isNew = (cached: CachedText | undefined): boolean => cached !== undefined && 'isNew' in cached && cached.isNew;

function copyTo(target: NewCacheFile, cached: CachedText): CacheRange {
  if ('text' in cached) return target.append(cached.text);
  return cached.source === target ? cached.range : target.append(cached.source.read(cached.range));
}
