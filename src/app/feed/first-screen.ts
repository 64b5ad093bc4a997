import { useDeferredValue, useEffect } from 'react';
import type { Summary } from '../../model/article.ts';
import { articlePath } from '../../model/permalinks.ts';
import { addressOf } from '../address.ts';
import { storiesOnReturn } from '../place.ts';

/** So much of the height of a window, in CSS pixels, for each story that it shows at once; most take more. */
const HEIGHT_OF_STORY = 200;

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
  return useDeferredValue(stories, isTakenOver ? stories.slice(0, last + 1 + storiesOfScreen()) : stories);
}

const storiesOfScreen = (): number => Math.ceil(window.innerHeight / HEIGHT_OF_STORY);
