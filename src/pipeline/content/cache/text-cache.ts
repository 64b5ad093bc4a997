import { hashOf } from '../../util/hash.ts';
import { type CacheFile, type CacheRange, createCacheFile, type NewCacheFile, openCacheFile } from './cache-file.ts';

/** A text that was put away: in a cache file, or as it is where none can be written. */
export type CachedText = { source: Pick<CacheFile, 'read'>; range: CacheRange } | { text: string };

/** Texts put away into the cache file that is being made, and those of the one that was there. */
export interface TextCache {
  /** The lines that the cache file holds besides texts; none when there is none, or none that is whole. */
  index: string[];
  /** A text of the cache file that was there. */
  cached: (range: CacheRange) => CachedText;
  put: (text: string) => CachedText;
  /** Gives a text back if it has this hash: what stands on a disk may have been damaged. */
  get: (cached: CachedText, hash: string) => string | undefined;
  /** Makes a new cache file of these texts, moving those of the old one; `toIndex` gets the places where they stand. */
  save: (texts: readonly CachedText[], toIndex: (ranges: CacheRange[]) => Iterable<string>) => CachedText[];
  /** Keeps in memory what is put away from now on. */
  seal: () => void;
}

/** Without `file`, all is kept in memory. */
export function createTextCache(file: string | undefined): TextCache {
  const old = file === undefined ? undefined : openCacheFile(file);
  let fresh: NewCacheFile | undefined;
  let canWrite = file !== undefined;
  const openFresh = (): NewCacheFile | undefined => {
    if (file === undefined || !canWrite) return undefined;
    fresh ??= createCacheFile(file);
    canWrite = fresh !== undefined;
    return fresh;
  };
  return {
    index: old?.index ?? [],
    cached: (range) => (old ? { source: old, range } : { text: '' }),
    put(text) {
      const source = openFresh();
      if (!source) return { text };
      try {
        return { source, range: source.append(text) };
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
        return hashOf(bytes) === hash ? bytes.toString() : undefined;
      } catch {
        return undefined;
      }
    },
    save(texts, toIndex) {
      const target = openFresh();
      if (!target) return [...texts];
      try {
        const ranges = texts.map((cached) => moveTo(target, cached));
        target.finish(toIndex(ranges));
        fresh = undefined;
        return ranges.map((range) => ({ source: target, range }));
      } catch {
        // The disk may be full, or a text of the old file gone. What is not cached is read again.
        return [...texts];
      }
    },
    seal: () => {
      fresh?.abandon();
      fresh = undefined;
      canWrite = false;
    },
  };
}

function moveTo(target: NewCacheFile, cached: CachedText): CacheRange {
  if ('text' in cached) return target.append(cached.text);
  return cached.source === target ? cached.range : target.append(cached.source.read(cached.range));
}
