import { readSession } from '../../reader/storage/session-storage.ts';

/** A key in session storage. */
export const SCROLL_POSITIONS_KEY = 'places';

/** What is stored for a history entry, to restore the scroll position when the reader returns to it. */
export interface ScrollPosition {
  /** `scrollY`. Used if the story is no longer in the list. */
  top?: number;
  /** The path of the first story in view, and its distance from the top of the viewport. */
  story?: [path: string, offset: number];
  /** The path of the story after the one that was opened. It gets the focus if that one is no longer in the list. */
  next?: string;
  /** How many times "Older stories" was clicked. */
  older?: number;
}

/** The positions stored before the document loaded, by the keys of their history entries. */
export function readScrollPositions(): [string, ScrollPosition][] {
  if (typeof window === 'undefined') return [];
  try {
    const stored: unknown = JSON.parse(readSession(SCROLL_POSITIONS_KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isStored) : [];
  } catch {
    return [];
  }
}

function isStored(value: unknown): value is [string, ScrollPosition] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && value[1] !== null;
}
