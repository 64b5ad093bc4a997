import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import type { Summary } from '../../model/article.ts';
import { PAGE_SIZE } from '../../model/edition.ts';
import { articlePath } from '../../model/permalinks.ts';
import { withBasePath } from '../data/base-path.ts';
import { storiesToRestore } from '../navigation/scroll-restoration.ts';

/** So much of the height of a window, in CSS pixels, for each story that it shows at once; most take more. */
const HEIGHT_OF_STORY = 200;
/** So many stories are added to a list in one frame. */
const ADDED_AT_ONCE = 10;

let isTakenOver = false;

/**
 * The stories of a list that are drawn by now: its first screen at once, the first page as soon as that is painted, and
 * what is added later a few in each frame, so that the page stays quick. What was pre-rendered is there already, and for
 * a place further down all stories to a screen below it are needed.
 */
export function useIncrementalList(stories: Summary[]): Summary[] {
  useEffect(() => {
    isTakenOver = true;
  }, []);
  const wanted = storiesToRestore();
  const last = stories.findLastIndex(({ slug }) => wanted.includes(withBasePath(articlePath(slug))));
  const first = isTakenOver ? stories.slice(0, last + 1 + storiesOfScreen()) : stories;
  const known = useDeferredValue(stories, first);
  const [most, setMost] = useState(Math.max(PAGE_SIZE, first.length));
  useEffect(() => {
    if (most >= known.length) return;
    const frame = requestAnimationFrame(() => startTransition(() => setMost(most + ADDED_AT_ONCE)));
    return () => cancelAnimationFrame(frame);
  }, [most, known.length]);
  return most < known.length ? known.slice(0, most) : known;
}

const storiesOfScreen = (): number => Math.ceil(window.innerHeight / HEIGHT_OF_STORY);
