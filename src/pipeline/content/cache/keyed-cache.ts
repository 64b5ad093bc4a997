import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';
import { pruneCache } from './cache-folder.ts';

/** Keeps values between builds, each by a hash of all that it depends on. A value is JSON. */
export interface KeyedCache<T> {
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
  /** Forgets the values that were neither read nor set since the last call. */
  forgetUnused: () => void;
  /** Writes the values that were read or set, if one was set. */
  save: () => void;
}

/** Without `file`, or if it cannot be read or written, the cache is in memory only. */
export function openKeyedCache<T>(file?: string): KeyedCache<T> {
  let known = readCache<T>(file);
  let used = new Map<string, T>();
  let isNew = false;
  return {
    get(key) {
      const value = used.get(key) ?? known.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    set(key, value) {
      used.set(key, value);
      isNew = true;
    },
    forgetUnused() {
      known = used;
      used = new Map();
    },
    save() {
      const values = used.size > 0 ? used : known;
      if (isNew) writeCache(file, values);
      isNew = false;
    },
  };
}

function readCache<T>(file: string | undefined): Map<string, T> {
  if (file === undefined) return new Map();
  try {
    const [hash = '', json = ''] = readFileSync(file, 'utf8').split('\n');
    if (hash !== hashOf(json)) return new Map();
    return new Map(Object.entries(JSON.parse(json) as Record<string, T>));
  } catch {
    return new Map();
  }
}

function writeCache<T>(file: string | undefined, values: ReadonlyMap<string, T>): void {
  if (file === undefined) return;
  const json = JSON.stringify(Object.fromEntries(values));
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${hashOf(json)}\n${json}`);
    pruneCache(file);
  } catch {
    // The folder may be read-only.
  }
}
