import type { Edition } from '../model/edition.ts';
import { EDITION_FILE } from '../model/edition-files.ts';
import { deleteFile, deleteFilesWith, deleteSeen, findFile, seenFiles, storedAt, storeText } from './copies.ts';
import { fetchFile } from './fetch-file.ts';
import { urlOf } from './scope.ts';

/** The host is asked for its edition every five minutes at most, unless a page tells of another one. */
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

/** When not all copies could be checked, in milliseconds since 1970. */
let failedAt = 0;

async function follow(): Promise<void> {
  const before = (await (await findFile(CHECKED))?.json()) as Checked | undefined;
  if (before && (await isCurrent(before))) return;
  const { id, purge = [] } = await fetchEdition();
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
  if (!isDone) failedAt = Date.now();
}

/**
 * Whether nothing must be done now. A page that the browser had in its cache may have brought the overview of an earlier
 * edition, so another one is only a reason to ask the host.
 */
async function isCurrent({ id, isDone, purged }: Checked): Promise<boolean> {
  const copy = await findFile(urlOf(EDITION_FILE));
  if (!copy || Date.now() - storedAt(copy) > FRESH_MS) return false;
  const edition = (await copy.json()) as Edition;
  const isSame = edition.id === id && (edition.purge ?? []).every((slug) => purged.includes(slug));
  return isSame && (isDone || Date.now() - failedAt < FRESH_MS);
}

/** The overview of the edition that the host has. */
async function fetchEdition(): Promise<Edition> {
  const { response, isUsable, stored } = await fetchFile(lowPriority(urlOf(EDITION_FILE)));
  if (!isUsable || !response.ok) throw new Error(`${EDITION_FILE} is not available`);
  await stored;
  return (await response.json()) as Edition;
}

/** Asks the host for all copies that were received before a time, one after the other. Returns whether it has answered all. */
async function checkFiles(before: number): Promise<boolean> {
  let isDone = true;
  for (const url of await seenFiles(before)) {
    // A part of the index of another edition is of no use.
    if (url.includes('?')) await deleteSeen(url);
    else isDone = (await checkFile(url)) && isDone;
  }
  return isDone;
}

/** Replaces a copy by what the host has, or deletes it. Returns whether the host has answered. */
async function checkFile(url: string): Promise<boolean> {
  const { response, isUsable, stored } = await fetchFile(lowPriority(url));
  await stored;
  // Some hosts answer with a page for files that they do not have.
  const isPage = response.status === 200 && response.headers.get('Content-Type')?.startsWith('text/html') === true;
  if (isPage) await deleteFile(url);
  return isUsable || isPage;
}

/** The browser revalidates what it has. */
const lowPriority = (url: string): Request => new Request(url, { cache: 'no-cache', priority: 'low' });
