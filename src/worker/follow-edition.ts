import type { Edition } from '../model/edition.ts';
import { EDITION_FILE } from '../model/edition-files.ts';
import { deleteFilesWith, deleteSeen, findFile, seenFiles, storedAt, storeText } from './copies.ts';
import { fetchFile } from './fetch-file.ts';
import { urlOf } from './scope.ts';

/** A copy of the overview that is not older is that of the host. */
const FRESH_MS = 5 * 60_000;

let following = Promise.resolve();

/**
 * Brings what was seen up to date when the host has another edition: what a publisher has withdrawn is deleted, what has
 * changed is replaced. Called when the host has answered. What is not done when the worker ends is done the next time.
 */
export function followEdition(): Promise<void> {
  following = following.then(follow).catch(() => {
    // There is no connection any more.
  });
  return following;
}

/** What is known of the edition that the host has. */
interface Checked {
  id: string;
  /** Since when, in milliseconds since 1970: older copies are checked. */
  since: number;
  /** Whether all copies have been. */
  isDone: boolean;
  /** The slugs that were purged. */
  purged: string[];
}

/** Where that is stored. There is no such file. */
const CHECKED = urlOf('data/offline/checked');

async function follow(): Promise<void> {
  const { id, purge = [] } = await currentEdition();
  const before = (await (await findFile(CHECKED))?.json()) as Checked | undefined;
  const added = purge.filter((slug) => !before?.purged.includes(slug));
  const isKnown = before?.id === id;
  if (isKnown && before.isDone && added.length === 0) return;
  if (added.length > 0) await deleteFilesWith(added);
  // What was received in the last minutes before the first check is of this edition.
  const now = before ? Date.now() : Date.now() - FRESH_MS;
  const checked = { id, since: isKnown ? before.since : now, purged: purge };
  await storeText(CHECKED, JSON.stringify({ ...checked, isDone: false } satisfies Checked));
  const isDone = await checkFiles(checked.since);
  await storeText(CHECKED, JSON.stringify({ ...checked, isDone } satisfies Checked));
}

/** The overview of the edition that the host has. */
async function currentEdition(): Promise<Edition> {
  const url = urlOf(EDITION_FILE);
  const copy = await findFile(url);
  if (copy && Date.now() - storedAt(copy) < FRESH_MS) return (await copy.json()) as Edition;
  const { response, isUsable, stored } = await fetchFile(lowPriority(url));
  if (!isUsable || !response.ok) throw new Error(`${url} is not available`);
  await stored;
  return (await response.json()) as Edition;
}

/** Asks the host for all copies that were received before a time, one after the other. Returns whether it has answered all. */
async function checkFiles(before: number): Promise<boolean> {
  let isDone = true;
  for (const url of await seenFiles(before)) {
    // A part of the index of another edition is of no use.
    if (url.includes('?')) await deleteSeen(url);
    else {
      const { isUsable, stored } = await fetchFile(lowPriority(url));
      await stored;
      isDone &&= isUsable;
    }
  }
  return isDone;
}

/** The browser revalidates what it has. */
const lowPriority = (url: string): Request => new Request(url, { cache: 'no-cache', priority: 'low' });
