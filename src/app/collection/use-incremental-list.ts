import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import { articlePath } from '../../model/addresses/permalinks.ts';
import type { Summary } from '../../model/article.ts';
import { PAGE_SIZE } from '../../model/edition.ts';
import { withBasePath } from '../data/base-path.ts';
import { pathsToRestore } from '../navigation/scroll/scroll-restoration.ts';

/** In CSS pixels. Most stories are taller. */
const MIN_STORY_HEIGHT = 200;
const STORIES_PER_FRAME = 10;

/** Whether the first page of the document has been rendered. */
let hasFirstPage = false;
/** Whether a list has. The first one is complete, also after going back to it: its place may be restored. */
let hasFirstList = false;

/** Called when the first page of the document has been hydrated, or rendered. */
export function endHydration(): void {
  hasFirstPage = true;
}

/** Whether the first page of the document is being hydrated. */
export const isHydrating = (): boolean => !hasFirstPage;

interface IncrementalList {
  /** The stories to render now. */
  rendered: Summary[];
  /** Whether these are only the first screen of a list that has just appeared. */
  isFirstScreen: boolean;
}

/**
 * Renders a list in steps. Rendering a long list at once would block the main thread: the first render has one screen of
 * stories, the second the first page, and each frame after it adds a few. Two exceptions: hydration renders all of the
 * pre-rendered stories, and scroll restoration needs the stories up to one screen below its target.
 */
export function useIncrementalList(stories: Summary[]): IncrementalList {
  useEffect(() => {
    hasFirstList = true;
  }, []);
  const restored = pathsToRestore();
  const last = stories.findLastIndex(({ slug }) => restored.includes(withBasePath(articlePath(slug))));
  const initial = hasFirstList ? firstOf(stories, last + 1 + storiesPerScreen()) : stories;
  const deferred = useDeferredValue(stories, initial);
  const isFirstScreen = useDeferredValue(false, initial.length < stories.length);
  const [limit, setLimit] = useState(Math.max(PAGE_SIZE, initial.length));
  useEffect(() => {
    if (limit >= deferred.length) return;
    const frame = requestAnimationFrame(() => startTransition(() => setLimit(limit + STORIES_PER_FRAME)));
    return () => cancelAnimationFrame(frame);
  }, [limit, deferred.length]);
  const rendered = limit < deferred.length ? deferred.slice(0, limit) : deferred;
  return { rendered, isFirstScreen };
}

/** A short list is returned itself: a copy would be rendered twice, with other forms of its last cards. */
const firstOf = (stories: Summary[], count: number): Summary[] =>
  count < stories.length ? stories.slice(0, count) : stories;

const storiesPerScreen = (): number => Math.ceil(window.innerHeight / MIN_STORY_HEIGHT);
