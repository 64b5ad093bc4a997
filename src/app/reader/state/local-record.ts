import { withBasePath } from '../../data/base-path.ts';
import type { Change, Entry } from '../document/reader-document.ts';
import { readLegacySettings, readStored, writeStored } from './local-storage.ts';

/*
 * The record in local storage: the part of the reader's document that the first paint needs. The inline script in
 * `index.html` reads it too. `store/write-record.ts` writes it.
 */

/** Contains the base path, because two sites may share one origin. */
export const RECORD_KEY = `reader ${withBasePath('')}`;
/** Each tab has a key of its own for the changes that it has not stored yet, so that tabs do not overwrite each other. */
export const UNSTORED_KEY = `unstored ${withBasePath('')} `;
/** A list of slugs as JSON, the read marks of earlier versions. */
export const LEGACY_MARKS_KEY = `read ${withBasePath('')}`;
const ownUnstoredKey = UNSTORED_KEY + Math.random().toString(36).slice(2);

export interface LocalRecord {
  version: number;
  /** By name. */
  settings: Record<string, Entry<'settings'>>;
  /** Those of the other sections that the first paint needs. */
  changes: Change[];
  paint: FirstPaint;
}

/** What the inline script needs besides the settings. */
export interface FirstPaint {
  /** Style rules, each with the moment at which it ends in milliseconds since 1970, or 0. */
  rules: [css: string, until: number][];
  /** Whether words are hidden. Then the pre-rendered list is hidden until the app has filtered it. */
  words: boolean;
}

interface StoredChanges {
  changes: Change[];
  /** Whether the database may have data, too. */
  isUsed: boolean;
}

/**
 * What the record has. Its values are not checked: `store/` does that. Without a record: the settings of earlier
 * versions.
 */
export function readLocalRecord(): StoredChanges {
  const text = readStored(RECORD_KEY);
  try {
    const { version, settings, changes } = JSON.parse(text ?? '') as LocalRecord;
    if (version === 1) {
      const chosen = Object.entries(settings).map(([name, entry]): Change => ['settings', name, ...entry]);
      return { changes: [...chosen, ...changes], isUsed: true };
    }
  } catch {
    // No record, or a damaged one.
  }
  return { changes: readLegacySettings(), isUsed: text !== undefined || readStored(LEGACY_MARKS_KEY) !== undefined };
}

/** Removes the style rules that the inline script has added, once the app does what they do. */
export function dropFirstPaintRules(): void {
  const { firstPaint } = document as Document & { firstPaint?: CSSStyleSheet };
  if (firstPaint) firstPaint.disabled = true;
}

/** Returns whether the changes are stored. */
export const writeUnstored = (changes: readonly Change[]): boolean =>
  writeStored(ownUnstoredKey, changes.length === 0 ? undefined : JSON.stringify(changes));
