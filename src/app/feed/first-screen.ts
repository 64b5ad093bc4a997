import { useDeferredValue, useEffect } from 'react';
import { isReturning } from '../place.ts';

/** More stories than any first screen shows. */
const FIRST_SCREEN = 9;

let isTakenOver = false;

/**
 * The first stories of a list at once, the rest as soon as those are painted. What was pre-rendered is there already,
 * and to a place further down all of them are needed.
 */
export function useFirstScreen<T>(stories: T[]): T[] {
  useEffect(() => {
    isTakenOver = true;
  }, []);
  return useDeferredValue(stories, isTakenOver && !isReturning() ? stories.slice(0, FIRST_SCREEN) : stories);
}
