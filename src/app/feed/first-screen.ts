import { useDeferredValue, useEffect } from 'react';
import type { Summary } from '../../model/article.ts';
import { articlePath } from '../../model/permalinks.ts';
import { addressOf } from '../address.ts';
import { storiesOnReturn } from '../place.ts';

/** As many stories as most first screens show. */
const FIRST_SCREEN = 6;

let isTakenOver = false;

/**
 * The first stories of a list at once, the rest as soon as those are painted. What was pre-rendered is there already,
 * and for a place further down all stories to a screen below it are needed.
 */
export function useFirstScreen(stories: Summary[]): Summary[] {
  useEffect(() => {
    isTakenOver = true;
  }, []);
  const wanted = storiesOnReturn();
  const last = stories.findLastIndex(({ slug }) => wanted.includes(addressOf(articlePath(slug))));
  return useDeferredValue(stories, isTakenOver ? stories.slice(0, last + 1 + FIRST_SCREEN) : stories);
}
