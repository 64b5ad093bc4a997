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

/** What each render of a list that appears after hydration has, and a function to replace the list. */
function listAfterHydration(initial: Summary[]) {
  renderHook(() => useIncrementalList([])).unmount();
  const renders: ReturnType<typeof useIncrementalList>[] = [];
  const { rerender } = renderHook((stories: Summary[]) => renders.push(useIncrementalList(stories)), {
    initialProps: initial,
  });
  return { renders, rerender };
}

test.each([0, 1, 3])('a list of %i stories is complete from the first render on', (length) => {
  const stories = storiesOf(length);
  for (const { rendered, isFirstScreen } of listAfterHydration(stories).renders) {
    expect(rendered).toBe(stories);
    expect(isFirstScreen).toBe(false);
  }
});

test('the first render of a list that is longer than the screen has less than the list', () => {
  const { renders } = listAfterHydration(storiesOf(30));
  expect(renders[0]?.rendered.length).toBeLessThan(30);
  expect(renders[0]?.isFirstScreen).toBe(true);
  expect(renders.at(-1)).toEqual({ rendered: storiesOf(30), isFirstScreen: false });
});

test('a list that grows never goes back to its first screen', () => {
  const { renders, rerender } = listAfterHydration(storiesOf(30));
  const before = renders.length;
  rerender(storiesOf(60));
  expect(renders.length).toBeGreaterThan(before);
  for (const { rendered, isFirstScreen } of renders.slice(before)) {
    expect(rendered.length).toBeGreaterThanOrEqual(30);
    expect(isFirstScreen).toBe(false);
  }
});
