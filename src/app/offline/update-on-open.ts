import { hasKept, openKept } from './files/kept-cache.ts';
import { readSelections } from './plan/selections.ts';

/** What is complete is brought up to date after this time. */
const FRESH_MS = 15 * 60_000;

/** Brings up to date what is kept for offline, or goes on where it was interrupted. */
export async function updateOnOpen(): Promise<void> {
  if (!('caches' in window) || !(await hasKept())) return;
  const selections = await readSelections(await openKept());
  const isFresh = selections.every(({ stored }) => stored && Math.abs(Date.now() - stored.at) < FRESH_MS);
  if (isFresh) return;
  const { update } = await import('./keep.ts');
  await update();
}
