import type { SnapshotState } from './file-snapshot.ts';

interface ChangeHandlers {
  /** Reads files that changed. */
  onChanges: (files: string[]) => void;
  /** Called when nothing has changed for a while: an editor has finished writing. */
  onQuiet: () => void;
  /** See `takeSnapshot`. */
  snapshot: (file: string) => () => SnapshotState;
}

/** More changes than `BURST` within `BURST_MS` are a checkout and not an edit: they become one batch. */
const BURST = 20;
const BURST_MS = 50;
const BURST_QUIET_MS = 100;
const QUIET_MS = 300;
/**
 * After the watcher has reported a change of a file, it drops all changes of that file for 50 ms and never reports
 * them. After this time, the dropped changes are on disk, and the watcher reports again.
 */
const DROPPED_MS = 60;

/**
 * Returns the function to call for each file that changes. A single change is passed on at once, changes of the same
 * tick together, and a burst when it is over. The watcher may have dropped a later change of a file that was read so
 * early. Such a file is compared with a snapshot after `DROPPED_MS` and again when all is quiet, and is passed on again
 * when it differs.
 */
export function batchFileChanges({ onChanges, onQuiet, snapshot }: ChangeHandlers): (file: string) => void {
  /** The files of the next batch, with the time of their last report. */
  const pending = new Map<string, number>();
  /** The comparison with the snapshot, by file. */
  const comparisons = new Map<string, () => SnapshotState>();
  let recent: number[] = [];
  let flushTimer: ReturnType<typeof setTimeout> | undefined;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    flushTimer = undefined;
    const early = performance.now() - DROPPED_MS;
    const files = [...pending.keys()];
    const readEarly = files.filter((file) => (pending.get(file) ?? 0) > early);
    pending.clear();
    // Before the files are read: a write during the reading must differ from the snapshot.
    for (const file of readEarly) comparisons.set(file, snapshot(file));
    if (readEarly.length > 0) setTimeout(() => addChanged(readEarly, ['changed']), DROPPED_MS);
    onChanges(files);
  };

  /** Adds the files that are in one of the states to the next batch. Returns whether there are any. */
  const addChanged = (files: readonly string[], states: readonly (SnapshotState | undefined)[]): boolean => {
    const changed = files.filter((file) => states.includes(comparisons.get(file)?.()));
    for (const file of changed) add(file);
    return changed.length > 0;
  };

  const onTimeout = (): void => {
    // Only now, because an editor may delete a file and write it again.
    if (addChanged([...comparisons.keys()], ['changed', 'gone'])) return;
    comparisons.clear();
    onQuiet();
  };

  const add = (file: string): void => {
    const now = performance.now();
    pending.set(file, now);
    recent = [...recent.filter((time) => time > now - BURST_MS), now].slice(-BURST - 1);
    const isBurst = recent.length > BURST;
    if (isBurst || !flushTimer) {
      clearTimeout(flushTimer);
      flushTimer = setTimeout(flush, isBurst ? BURST_QUIET_MS : 0);
    }
    clearTimeout(quietTimer);
    quietTimer = setTimeout(onTimeout, QUIET_MS);
  };
  return add;
}
