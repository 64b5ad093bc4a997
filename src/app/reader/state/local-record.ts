import { withBasePath } from '../../data/base-path.ts';
import type { Change, Entry } from '../document/reader-document.ts';
import { writeStored } from '../storage/web-storage.ts';

/*
 * The record in local storage: the part of the reader's document that the first paint needs. The inline script in
 * `index.html` reads it, or else the settings of earlier versions, and passes it on as `document.reader`.
 * `store/write-record.ts` writes it.
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
  /** Style rules for settings, if one of them is not at its default. */
  css?: string | undefined;
  /** Style rules, each with the moment at which it ends in milliseconds since 1970, or 0. */
  rules?: [css: string, until: number][];
  /** Whether words are hidden. Then the pre-rendered list is hidden until the app has filtered it. */
  words?: boolean;
}

/** The record as the inline script has read it. Its values are not checked: `store/` does that. */
interface PaintedRecord extends LocalRecord {
  /** The style sheet with the rules of the first paint. */
  sheet?: CSSStyleSheet;
}

/** `undefined` if storage is blocked, or has the record of a later version. */
const record = typeof document === 'undefined' ? undefined : (document as { reader?: PaintedRecord }).reader;

/** The changes that the record has. */
export function recordedChanges(): Change[] {
  try {
    const { settings, changes } = record as LocalRecord;
    return [...Object.entries(settings).map(([name, entry]): Change => ['settings', name, ...entry]), ...changes];
  } catch {
    // No record, or a damaged one.
    return [];
  }
}

/** Removes the style rules of the first paint that hide stories, once the app hides them. */
export const dropFirstPaintRules = (): void => record?.sheet?.replaceSync(record.paint.css ?? '');

/** Returns whether the changes are stored. */
export const writeUnstored = (changes: readonly Change[]): boolean =>
  writeStored(ownUnstoredKey, changes.length === 0 ? undefined : JSON.stringify(changes));
