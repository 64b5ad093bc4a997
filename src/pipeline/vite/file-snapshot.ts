import { readFileSync, type Stats, statSync } from 'node:fs';
import { hashOf } from '../util/hash.ts';

/** Two writes within this time may leave the same modification time: some file systems count whole seconds. */
const UNSETTLED_MS = 2_000;

/** How a file compares with its snapshot. */
export type SnapshotState = 'same' | 'changed' | 'gone';

/**
 * Remembers a file as it is now. Returns a function that compares the file with that: by size and time, and also by
 * its bytes where it was written so recently that a later write may leave size and time the same.
 */
export function takeSnapshot(file: string): () => SnapshotState {
  const stats = statsOf(file);
  const fingerprint = fingerprintOf(stats);
  const isSettled = !stats || stats.mtimeMs < Date.now() - UNSETTLED_MS;
  const hash = isSettled ? undefined : hashOfFile(file);
  return () => {
    const now = fingerprintOf(statsOf(file));
    if (now !== fingerprint) return now === '' ? 'gone' : 'changed';
    return hash === undefined || hashOfFile(file) === hash ? 'same' : 'changed';
  };
}

/** Empty for a folder: the watcher reports each file in it by itself. */
const fingerprintOf = (stats: Stats | undefined): string =>
  stats ? [stats.mtimeMs, stats.ctimeMs, stats.size, stats.ino].join(' ') : '';

function statsOf(file: string): Stats | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    // The name is too long, or a link leads to itself.
    return undefined;
  }
}

function hashOfFile(file: string): string {
  try {
    return hashOf(readFileSync(file));
  } catch {
    // The file is gone, or may not be read.
    return '';
  }
}
