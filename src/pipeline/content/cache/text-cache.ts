import { hashOf } from '../../util/hash.ts';
import { type CacheFile, createCacheFile, type NewCacheFile, openCacheFile, type Place } from './cache-file.ts';

/** A text that was put away: in a cache file, or as it is where none can be written. */
export type Shelved = { source: Pick<CacheFile, 'read'>; place: Place } | { text: string };

/** Texts put away into the cache file that is being made, and those of the one that was there. */
export interface TextShelf {
  /** The lines that the cache file holds besides texts; none when there is none, or none that is whole. */
  index: string[];
  /** A text of the cache file that was there. */
  shelved: (place: Place) => Shelved;
  put: (text: string) => Shelved;
  /** Gives a text back if it has this hash: what stands on a disk may have been damaged. */
  get: (shelved: Shelved, hash: string) => string | undefined;
  /** Makes a new cache file of these texts, moving those of the old one; `toIndex` gets the places where they stand. */
  save: (texts: readonly Shelved[], toIndex: (places: Place[]) => Iterable<string>) => Shelved[];
  /** Keeps in memory what is put away from now on. */
  seal: () => void;
}

/** Without `file`, all is kept in memory. */
export function createTextShelf(file: string | undefined): TextShelf {
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
    shelved: (place) => (old ? { source: old, place } : { text: '' }),
    put(text) {
      const source = openFresh();
      if (!source) return { text };
      try {
        return { source, place: source.append(text) };
      } catch {
        // The disk may be full.
        canWrite = false;
        return { text };
      }
    },
    get(shelved, hash) {
      if ('text' in shelved) return shelved.text;
      try {
        const bytes = shelved.source.read(shelved.place);
        return hashOf(bytes) === hash ? bytes.toString() : undefined;
      } catch {
        return undefined;
      }
    },
    save(texts, toIndex) {
      const target = openFresh();
      if (!target) return [...texts];
      try {
        const places = texts.map((shelved) => moveTo(target, shelved));
        target.finish(toIndex(places));
        fresh = undefined;
        return places.map((place) => ({ source: target, place }));
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

function moveTo(target: NewCacheFile, shelved: Shelved): Place {
  if ('text' in shelved) return target.append(shelved.text);
  return shelved.source === target ? shelved.place : target.append(shelved.source.read(shelved.place));
}
