import type { PackList } from '../../../model/offline/packs.ts';
import { fetchPackList } from '../files/fetch-files.ts';
import { findTarget } from './find-target.ts';
import { type PlanSize, planPacks, positionsOf, sizeOfPlan } from './plan.ts';
import type { Subject } from './selections.ts';

/** About how much space a subject takes. `savedCount`: the number of saved stories. */
export async function measure(subject: Subject, savedCount: number, signal: AbortSignal): Promise<PlanSize> {
  const list = await fetchPackList(signal);
  if (subject.kind === 'saved') return sizeOfSaved(list, savedCount);
  const target = await findTarget(subject, list, signal);
  const positions = positionsOf(target ? [{ ...target, hasImages: true }] : []);
  return sizeOfPlan(list, planPacks(list, positions));
}

/** Saved stories are taken to be of average size: the list does not name articles. */
function sizeOfSaved(list: PackList, stories: number): PlanSize {
  const { bytes, imageBytes } = list.packs.reduce(
    (sum, [, packBytes, packImageBytes = 0]) => ({
      bytes: sum.bytes + packBytes,
      imageBytes: sum.imageBytes + packImageBytes,
    }),
    { bytes: 0, imageBytes: 0 },
  );
  const share = stories / Math.max(1, list.total);
  return { stories, bytes: bytes * share, imageBytes: imageBytes * share };
}

/** How much space the browser has left for the site, in bytes. `undefined` if it does not tell. */
export async function spaceLeft(): Promise<number | undefined> {
  try {
    const { quota, usage = 0 } = await navigator.storage.estimate();
    return quota === undefined ? undefined : quota - usage;
  } catch {
    return undefined;
  }
}
