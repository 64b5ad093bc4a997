import { withBasePath } from '../../data/base-path.ts';
import { SECTIONS } from '../document/reader-document.ts';
import { LEGACY_MARKS_KEY, RECORD_KEY } from '../state/local-record.ts';
import { readerDocument } from '../state/reader-state.ts';
import { readStored, writeStored } from '../storage/web-storage.ts';

/*
 * The parts of forgetting everything. Removals are entries too, so the ids of what was removed are stored until it can
 * no longer be undone. If the page is closed before that, the next page does the rest.
 */

/** Holds the time at which the reader has asked to forget everything, until that is done. */
const FORGET_KEY = `forget ${withBasePath('')}`;
/** The settings that earlier versions stored in keys of their own. */
const LEGACY_SETTINGS = ['theme', 'text-size', 'density', 'link', 'data-saver', 'keys'];
/** How long another tab may still undo. */
const UNDO_MS = 10_000;

/** Notes that everything is to be forgotten, or no longer. */
export const planToForget = (isPlanned: boolean): boolean =>
  writeStored(FORGET_KEY, isPlanned ? String(Date.now()) : undefined);

/** How many milliseconds from now everything is to be forgotten. `undefined` if that is not planned. */
export function timeToForget(): number | undefined {
  const plannedAt = readStored(FORGET_KEY);
  if (plannedAt === undefined) return undefined;
  const delay = Number(plannedAt) + UNDO_MS - Date.now();
  return delay > 0 && delay <= UNDO_MS ? delay : 0;
}

/** Removes what is in local storage. */
export function clearLocal(): void {
  for (const key of [FORGET_KEY, RECORD_KEY, LEGACY_MARKS_KEY, ...LEGACY_SETTINGS]) writeStored(key, undefined);
}

/** Drops the entries that are removed from the document. */
export function dropRemoved(): void {
  for (const section of SECTIONS) {
    for (const [id, [, value]] of readerDocument[section]) if (value === null) readerDocument[section].delete(id);
  }
}
