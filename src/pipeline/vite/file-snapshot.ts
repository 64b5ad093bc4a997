import { readFileSync } from 'node:fs';
import { isRecent, statsKey, statsOf } from '../util/file-stats.ts';
import { hashOf } from '../util/hash.ts';

/** How a file compares with its snapshot. */
export type SnapshotState = 'same' | 'changed' | 'gone';

/**
 * Takes a snapshot of a file. Returns a function that compares the file with it: by size and times, and for a recent
 * change also by its bytes.
 */
export function takeSnapshot(file: string): () => SnapshotState {
  const stats = statsOf(file);
  const key = keyOf(file);
  const hash = stats && isRecent(stats) ? hashOfFile(file) : undefined;
  return () => {
    const now = keyOf(file);
    if (now !== key) return now === '' ? 'gone' : 'changed';
    return hash === undefined || hashOfFile(file) === hash ? 'same' : 'changed';
  };
}

/** Empty for a folder: the watcher reports the files in it. */
function keyOf(file: string): string {
  const stats = statsOf(file);
  return stats?.isFile() ? statsKey(stats) : '';
}

/** Empty if the file cannot be read. */
function hashOfFile(file: string): string {
  try {
    return hashOf(readFileSync(file));
  } catch {
    return '';
  }
}
