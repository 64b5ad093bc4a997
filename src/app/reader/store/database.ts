import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { withBasePath } from '../../data/base-path.ts';
import type { KeptArticle } from '../document/kept-article.ts';

/** Of the structure. The content has a version of its own. */
const VERSION = 1;
/** A database that another tab or a broken profile blocks never answers. */
const OPEN_TIMEOUT_MS = 2000;

interface ReaderSchema extends DBSchema {
  /** Under the key `document`: a `ReaderFile` as JSON, without the latest changes. */
  snapshot: { key: string; value: string };
  /** Lists of changes after the snapshot. Each change of a tab is one small write. */
  changes: { key: number; value: unknown };
  /** The rest of saved articles by slug. */
  articles: { key: string; value: KeptArticle };
}

export type ReaderDatabase = IDBPDatabase<ReaderSchema>;

/** Opens the database. `undefined` if it is blocked, broken or of a newer version, or does not answer. */
export async function openDatabase(): Promise<ReaderDatabase | undefined> {
  const opening = open().catch(() => undefined);
  const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, OPEN_TIMEOUT_MS, undefined));
  const database = await Promise.race([opening, timeout]);
  if (!database) void opening.then((late) => late?.close());
  return database;
}

/** `async`, so that it rejects, and does not throw, where databases are blocked. */
async function open(): Promise<ReaderDatabase> {
  return openDB<ReaderSchema>(`broadsheet ${withBasePath('')}`, VERSION, {
    upgrade(database) {
      database.createObjectStore('snapshot');
      database.createObjectStore('changes', { autoIncrement: true });
      database.createObjectStore('articles');
    },
    // A newer version of the app in another tab upgrades the database, or the reader deletes it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
