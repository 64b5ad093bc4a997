import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useIncrementalList } from '../../../src/app/collection/use-incremental-list.ts';
import type { Summary } from '../../../src/model/article.ts';

const storiesOf = (length: number): Summary[] =>
  Array.from({ length }, (_, index) => ({
    slug: `story-${index}`,
    title: `Story ${index}`,
    publishedAt: '2026-01-01T10:00:00Z',
    kind: 'article',
    topics: [],
  }));

afterEach(cleanup);

/** The stories of each render of a list that appears after hydration. */
function rendersOf(stories: Summary[]): Summary[][] {
  renderHook(() => useIncrementalList([])).unmount();
  const renders: Summary[][] = [];
  renderHook(() => renders.push(useIncrementalList(stories)));
  return renders;
}

test.each([0, 1, 3])('a list of %i stories is complete from the first render on', (length) => {
  const stories = storiesOf(length);
  for (const rendered of rendersOf(stories)) expect(rendered).toBe(stories);
});

test('the first render of a list that is longer than the screen has less than the list', () => {
  expect(rendersOf(storiesOf(30))[0]?.length).toBeLessThan(30);
});
