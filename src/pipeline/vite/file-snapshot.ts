import { readFileSync, type Stats, statSync } from 'node:fs';
import { hashOf } from '../util/hash.ts';

/** Within this time a file may be written twice without a new time: some file systems count in whole seconds. */
const UNSETTLED_MS = 2_000;

/** What has happened to a file since its snapshot was taken. */
export type SnapshotState = 'same' | 'changed' | 'gone';

/**
 * Remembers a file as it is now, and returns the function that compares it with what it is then. Its size and time are
 * compared, and its bytes as well when it was written so recently that these two may stay the same.
 */
export function takeSnapshot(file: string): () => SnapshotState {
  const stats = statsOf(file);
  const stamp = fingerprintOf(stats);
  const isSettled = !stats || stats.mtimeMs < Date.now() - UNSETTLED_MS;
  const hash = isSettled ? undefined : hashOfFile(file);
  return () => {
    const now = fingerprintOf(statsOf(file));
    if (now !== stamp) return now === '' ? 'gone' : 'changed';
    return hash === undefined || hashOfFile(file) === hash ? 'same' : 'changed';
  };
}

/** Empty for a folder: its time says only that something in it has come or gone, which is reported by itself. */
const fingerprintOf = (stats: Stats | undefined): string =>
  stats ? [stats.mtimeMs, stats.ctimeMs, stats.size, stats.ino].join(' ') : '';

function statsOf(file: string): Stats | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    // Its name may be too long, or a link lead to itself.
    return undefined;
  }
}

function hashOfFile(file: string): string {
  try {
    return hashOf(readFileSync(file));
  } catch {
    // It may have gone since, or be no file for us to read.
    return '';
  }
}
