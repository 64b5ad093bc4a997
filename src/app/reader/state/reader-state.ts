import {
  type Change,
  createDocument,
  type Entry,
  mergeChanges,
  type ReaderValues,
  type Section,
} from '../document/reader-document.ts';
import { followStamp, nextStamp } from '../document/stamp.ts';
import { recordedChanges, writeUnstored } from './local-record.ts';

/*
 * The reader's document in this tab. It starts with the record in local storage. `store/` adds what the database has,
 * and what other tabs change, and stores the changes of this tab.
 */

/** All entries, removed ones included. Only `receiveChanges` changes it, and `forgetRemoved` in `store/`. */
export const readerDocument = createDocument();
/** The values of each section, until it changes. */
const views = new Map<Section, ReadonlyMap<string, unknown>>();
/** Changes of this tab, until `store/` has loaded. */
const unstored: Change[] = [];
const listeners = new Set<() => void>();
let persist = (changes: readonly Change[]): void => {
  unstored.push(...changes);
  writeUnstored(unstored);
};

receiveChanges(recordedChanges());

/** The values of a section by id. The same map until the section changes. */
export function valuesOf<S extends Section>(section: S): ReadonlyMap<string, ReaderValues[S]> {
  const known = views.get(section);
  if (known) return known as ReadonlyMap<string, ReaderValues[S]>;
  const values = new Map<string, ReaderValues[S]>();
  for (const [id, [, value]] of readerDocument[section]) {
    if (value !== null) values.set(id, value);
  }
  views.set(section, values);
  return values;
}

/** Changes entries of a section; `null` removes one. Returns the changes. */
export function changeEntries<S extends Section>(
  section: S,
  entries: Iterable<readonly [id: string, value: ReaderValues[S] | null]>,
): Change[] {
  const changes = [...entries].map(([id, value]) => toChange(section, id, [nextStamp(), value]));
  receiveChanges(changes);
  if (changes.length > 0) persist(changes);
  return changes;
}

/** Merges changes that were made elsewhere. Returns those that were applied. */
export function receiveChanges(changes: readonly Change[]): Change[] {
  const applied = mergeChanges(readerDocument, changes);
  for (const [section, , stamp] of applied) {
    followStamp(stamp);
    views.delete(section);
  }
  if (applied.length > 0) for (const listener of listeners) listener();
  return applied;
}

/** Calls `listener` after every change of the document. Returns a function that stops it. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets what stores the changes of this tab from now on. Returns those that are not stored yet. */
export function persistWith(next: typeof persist): readonly Change[] {
  persist = next;
  return unstored;
}

export const toChange = (section: Section, id: string, [stamp, value]: Entry): Change =>
  [section, id, stamp, value] as unknown as Change;
