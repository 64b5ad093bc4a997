import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchSegment } from '../../../model/search/search-index.ts';
import { pruneCache } from '../../content/cache/cache-folder.ts';
import { hashOf } from '../../util/hash.ts';

/** What the manifest needs of a segment, and the number of its shards. */
export interface SegmentSummary extends Pick<SearchSegment, 'version' | 'starts'> {
  shards: number;
}

/**
 * Keeps the summaries of segments between builds, by a hash of all that a segment depends on: so the articles of an
 * unchanged segment are not read again.
 */
export interface SegmentCache {
  get: (key: string) => SegmentSummary | undefined;
  set: (key: string, summary: SegmentSummary) => void;
  /** Writes those that were read or set since the cache was opened. */
  save: () => void;
}

/** Without `file`, or if it cannot be read or written, the cache is in memory only. */
export function openSegmentCache(file?: string): SegmentCache {
  const known = readCache(file);
  const used = new Map<string, SegmentSummary>();
  return {
    get(key) {
      const summary = used.get(key) ?? known.get(key);
      if (summary) used.set(key, summary);
      return summary;
    },
    set: (key, summary) => void used.set(key, summary),
    save: () => writeCache(file, used),
  };
}

function readCache(file: string | undefined): Map<string, SegmentSummary> {
  if (file === undefined) return new Map();
  try {
    const [hash = '', json = ''] = readFileSync(file, 'utf8').split('\n');
    if (hash !== hashOf(json)) return new Map();
    return new Map(Object.entries(JSON.parse(json) as Record<string, SegmentSummary>));
  } catch {
    return new Map();
  }
}

function writeCache(file: string | undefined, summaries: ReadonlyMap<string, SegmentSummary>): void {
  if (file === undefined) return;
  const json = JSON.stringify(Object.fromEntries(summaries));
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${hashOf(json)}\n${json}`);
    pruneCache(file);
  } catch {
    // The folder may be read-only.
  }
}
