interface Follower {
  /** Takes up files that changed. */
  onChange: (files: string[]) => void;
  /** Nothing has changed for a while: what an editor was writing is written. */
  onQuiet: () => void;
}

/** More changes than `BURST` within `BURST_MS` are no edit but a checkout: they are taken up together. */
const BURST = 20;
const BURST_MS = 50;
const BURST_QUIET_MS = 100;
const QUIET_MS = 300;

/**
 * Gives the function to call for each file that changes. One change is taken up at once, those of the same moment
 * together, a burst when it is over.
 */
export function followChanges({ onChange, onQuiet }: Follower): (file: string) => void {
  const waiting = new Set<string>();
  let recent: number[] = [];
  let taking: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const take = (): void => {
    taking = undefined;
    const files = [...waiting];
    waiting.clear();
    onChange(files);
  };
  return (file) => {
    const now = performance.now();
    waiting.add(file);
    recent = [...recent.filter((at) => at > now - BURST_MS), now].slice(-BURST - 1);
    const isBurst = recent.length > BURST;
    if (isBurst || !taking) {
      clearTimeout(taking);
      taking = setTimeout(take, isBurst ? BURST_QUIET_MS : 0);
    }
    clearTimeout(quiet);
    quiet = setTimeout(onQuiet, QUIET_MS);
  };
}
