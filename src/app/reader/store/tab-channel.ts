import { withBasePath } from '../../data/base-path.ts';
import { parseChanges } from '../document/parse-reader-file.ts';
import type { Change } from '../document/reader-document.ts';

/** The message that what was removed is to be forgotten for good. */
export const FORGET = 'forget';

/**
 * Sends the changes of this tab to the other tabs of the site, and calls `onChanges` with theirs, or `onForget`. Returns
 * what sends.
 */
export function openTabChannel(
  onChanges: (changes: Change[]) => void,
  onForget: () => void,
): (message: readonly Change[] | typeof FORGET) => void {
  const channel = new BroadcastChannel(`broadsheet ${withBasePath('')}`);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === FORGET) onForget();
    else onChanges(parseChanges(data, { dropped: 0 }));
  });
  return (message) => channel.postMessage(message);
}
