import type { SnapshotState } from './file-snapshot.ts';

interface Follower {
  /** Takes up files that changed. */
  onChange: (files: string[]) => void;
  /** Nothing has changed for a while: what an editor was writing is written. */
  onQuiet: () => void;
  /** See `takeSnapshot`. */
  snapshot: (file: string) => () => SnapshotState;
}

/** More changes than `BURST` within `BURST_MS` are no edit but a checkout: they are taken up together. */
const BURST = 20;
const BURST_MS = 50;
const BURST_QUIET_MS = 100;
const QUIET_MS = 300;
/**
 * The watcher reports a change of a file and then drops all further changes of that file for 50 ms: it does not report
 * them later either. After this time, everything that it dropped is on disk, and it reports again.
 */
const DROPPED_MS = 60;

/**
 * Returns the function to call for each file that changes. One change is taken up at once, those of the same moment
 * together, a burst when it is over. A file that was read so early that the watcher may have dropped a later change is
 * compared with its snapshot afterwards, and once more when all is quiet; if it differs, it is taken up again.
 */
export function followChanges({ onChange, onQuiet, snapshot }: Follower): (file: string) => void {
  /** When each file that is to be taken up was last reported. */
  const waiting = new Map<string, number>();
  /** The files to compare once more, with the function that does so. */
  const unsure = new Map<string, () => SnapshotState>();
  let recent: number[] = [];
  let taking: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const take = (): void => {
    taking = undefined;
    const early = performance.now() - DROPPED_MS;
    const files = [...waiting.keys()];
    const readEarly = files.filter((file) => (waiting.get(file) ?? 0) > early);
    waiting.clear();
    // Before they are read: what is written meanwhile must differ from the snapshot.
    for (const file of readEarly) unsure.set(file, snapshot(file));
    if (readEarly.length > 0) setTimeout(() => takeUpAgain(readEarly, ['changed']), DROPPED_MS);
    onChange(files);
  };

  /** Takes up again those of these files that are in one of these states, and says whether there are any. */
  const takeUpAgain = (files: readonly string[], states: readonly (SnapshotState | undefined)[]): boolean => {
    const changed = files.filter((file) => states.includes(unsure.get(file)?.()));
    for (const file of changed) follow(file);
    return changed.length > 0;
  };

  const rest = (): void => {
    // The watcher reports later that a file is gone, as an editor may put another in its place.
    if (takeUpAgain([...unsure.keys()], ['changed', 'gone'])) return;
    unsure.clear();
    onQuiet();
  };

  const follow = (file: string): void => {
    const now = performance.now();
    waiting.set(file, now);
    recent = [...recent.filter((at) => at > now - BURST_MS), now].slice(-BURST - 1);
    const isBurst = recent.length > BURST;
    if (isBurst || !taking) {
      clearTimeout(taking);
      taking = setTimeout(take, isBurst ? BURST_QUIET_MS : 0);
    }
    clearTimeout(quiet);
    quiet = setTimeout(rest, QUIET_MS);
  };
  return follow;
}
