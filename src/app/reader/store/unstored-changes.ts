import { parseChanges } from '../document/parse-reader-file.ts';
import type { Change } from '../document/reader-document.ts';
import { UNSTORED_KEY } from '../state/local-record.ts';

const PREFIX = `broadsheet:${UNSTORED_KEY}`;

/** Changes of all tabs that the database does not have, and the keys in local storage that hold them. */
export function readUnstored(): { changes: Change[]; keys: string[] } {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return { changes: keys.flatMap((key) => parse(localStorage.getItem(key))), keys };
  } catch {
    return { changes: [], keys: [] };
  }
}

/** Removes keys once the database has their changes. */
export function removeUnstored(keys: readonly string[]): void {
  for (const key of keys) localStorage.removeItem(key);
}

function parse(json: string | null): Change[] {
  try {
    return parseChanges(JSON.parse(json ?? ''), { dropped: 0 });
  } catch {
    return [];
  }
}
