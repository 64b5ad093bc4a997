import { deleteKeptFiles } from '../../data/delete-kept-files.ts';
import { parseChanges, parseReaderFile } from '../document/parse-reader-file.ts';
import type { Change } from '../document/reader-document.ts';
import { serializeReader } from '../document/serialize-reader.ts';
import { writeUnstored } from '../state/local-record.ts';
import { persistWith, receiveChanges, valuesOf } from '../state/reader-state.ts';
import { allChanges } from './all-changes.ts';
import { openDatabase, type ReaderDatabase } from './database.ts';
import { clearLocal, dropRemoved, timeToForget } from './forget.ts';
import { legacyReadMarks } from './legacy-read-marks.ts';
import { setStoreState } from './store-state.ts';
import { FORGET, openTabChannel } from './tab-channel.ts';
import { readUnstored, removeUnstored } from './unstored-changes.ts';
import { isNewerRecord, writeRecord } from './write-record.ts';

/*
 * Stores the reader's document in IndexedDB: a snapshot, and the changes after it. A change is first written to local
 * storage, which is synchronous, and removed from there when the database has it. Where the database is blocked, full or
 * broken, it stays there; where local storage is too, it lasts until the page is closed.
 */

/** How many lists of changes the database collects before they become part of the snapshot. */
const MAX_CHANGE_LISTS = 200;

let opening: Promise<ReaderDatabase | undefined> | undefined;
/** Changes of this tab that the database does not have. */
let unstored: readonly Change[] = [];
let send: ReturnType<typeof openTabChannel> | undefined;

/** Opens the database and the channel to other tabs, once. Never rejects. `undefined` if there is no database. */
export const openStore = (): Promise<ReaderDatabase | undefined> => (opening ??= open());

async function open(): Promise<ReaderDatabase | undefined> {
  if (isNewerRecord()) setStoreState('newer');
  send = openTabChannel(
    (changes) => void receiveChanges(changes),
    () => {
      dropRemoved();
      writeRecord();
    },
  );
  const opened = await openDatabase();
  const database = opened && (await isReadable(opened)) ? opened : undefined;
  receiveChanges(legacyReadMarks());
  const early = persistWith((changes) => {
    send?.(changes);
    void storeChanges(database, changes);
  });
  if (early.length > 0) await storeChanges(database, early);
  await takeUnstored(database);
  if (!writeRecord() && !database) setStoreState('unstored');
  // The page was closed before the reader's wish to forget everything was done.
  const delay = timeToForget();
  if (delay !== undefined) setTimeout(() => timeToForget() !== undefined && void clearStore(), delay);
  // A tab that comes back from the cache of the browser has missed what other tabs did.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && database) void isReadable(database);
  });
  return database;
}

/** Forgets for good what was removed: in the database, in local storage, in all tabs. What the service worker has kept goes too. */
export async function clearStore(): Promise<void> {
  const database = await openStore();
  for (const name of ['snapshot', 'changes'] as const) await database?.clear(name).catch(ignore);
  const slugs = (await database?.getAllKeys('articles').catch(ignore)) ?? [];
  // Stories may have been saved since.
  for (const slug of slugs) if (!valuesOf('saved').has(slug)) await database?.delete('articles', slug).catch(ignore);
  await deleteKeptFiles();
  clearLocal();
  removeUnstored(readUnstored().keys);
  dropRemoved();
  send?.(FORGET);
  unstored = [];
  await storeChanges(database, allChanges());
}

/** Reads the database. Returns whether it can be used. */
async function isReadable(database: ReaderDatabase): Promise<boolean> {
  try {
    return await readDatabase(database);
  } catch {
    return false;
  }
}

async function readDatabase(database: ReaderDatabase): Promise<boolean> {
  const transaction = database.transaction(['snapshot', 'changes'], 'readwrite');
  const [snapshots, changes] = [transaction.objectStore('snapshot'), transaction.objectStore('changes')];
  const [snapshot = '', lists] = await Promise.all([snapshots.get('document'), changes.getAll()]);
  const parsed = parseReaderFile(snapshot);
  if (parsed === 'newer') {
    setStoreState('newer');
    return false;
  }
  if (typeof parsed === 'object') receiveChanges(parsed.changes);
  receiveChanges(lists.flatMap((list) => parseChanges(list, { dropped: 0 })));
  if (lists.length > MAX_CHANGE_LISTS)
    await Promise.all([snapshots.put(serializeReader(allChanges()), 'document'), changes.clear()]);
  await transaction.done;
  return true;
}

/** Stores what tabs have left in local storage, because they were closed before the database had it. */
async function takeUnstored(database: ReaderDatabase | undefined): Promise<void> {
  const { changes, keys } = readUnstored();
  receiveChanges(changes);
  if (await addChanges(database, changes)) removeUnstored(keys);
}

async function storeChanges(database: ReaderDatabase | undefined, changes: readonly Change[]): Promise<void> {
  unstored = [...unstored, ...changes];
  const isWritten = writeUnstored(unstored);
  writeRecord();
  if (await addChanges(database, changes)) {
    const stored = new Set(changes);
    unstored = unstored.filter((change) => !stored.has(change));
    writeUnstored(unstored);
  } else if (!isWritten) setStoreState('unstored');
}

/** What cannot be removed from a broken database cannot be read either. */
function ignore(): void {}

/** Returns whether the database has the changes. It may be full, or closed. */
const addChanges = async (database: ReaderDatabase | undefined, changes: readonly Change[]): Promise<boolean> => {
  try {
    if (changes.length > 0) await database?.add('changes', changes);
    return database !== undefined;
  } catch {
    return false;
  }
};
