import { readStored } from '../reader/storage.ts';

/** Under this name places are kept for as long as the tab is open. */
export const SCROLL_POSITIONS = 'places';

/** Where a reader was on a page. */
export interface ScrollPosition {
  /** How far the page was scrolled, for when the story is gone. */
  top?: number;
  /** The path of the first story in view, and its distance from the top of the window. */
  story?: [path: string, offset: number];
  /** The path of the story after the one that was followed, for when that one is gone. */
  next?: string;
  /** How many times older stories were added. */
  older?: number;
}

/** The places kept before the page was loaded anew, by the keys of their entries in the history. */
export function readScrollPositions(): [string, ScrollPosition][] {
  if (typeof window === 'undefined') return [];
  try {
    const stored: unknown = JSON.parse(readStored(SCROLL_POSITIONS, 'session') ?? '[]');
    return Array.isArray(stored) ? stored.filter(isStored) : [];
  } catch {
    return [];
  }
}

function isStored(value: unknown): value is [string, ScrollPosition] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && value[1] !== null;
}
