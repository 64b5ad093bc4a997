import { withBasePath } from '../../data/base-path.ts';
import { parseChanges } from '../document/parse-reader-file.ts';
import type { Change } from '../document/reader-document.ts';

/**
 * Sends the changes of this tab to the other tabs of the site, and calls `onChanges` with theirs. Returns what sends.
 */
export function openTabChannel(onChanges: (changes: Change[]) => void): (changes: readonly Change[]) => void {
  const channel = new BroadcastChannel(`broadsheet ${withBasePath('')}`);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    onChanges(parseChanges(data, { dropped: 0 }));
  });
  return (changes) => channel.postMessage(changes);
}
