import { expect, test } from 'vitest';
import { olderThan } from '../../src/app/queries.ts';

const head = (total: number) => ({
  total,
  pages: Math.floor(total / 30),
  articles: Array.from({ length: Math.min(30, total) }, () => ({})) as never[],
});

test.each([
  [12, undefined],
  [30, undefined],
  [35, { from: 1, to: 1 }],
  [50, { from: 1, to: 1 }],
  [65, { from: 2, to: 1 }],
  [80, { from: 2, to: 2 }],
])('after the head of %i articles comes %j', (total, pages) => {
  expect(olderThan(head(total))).toEqual(pages);
});

test('after a page comes the one before it, and after the first nothing', () => {
  expect(olderThan({ page: 3, articles: [] })).toEqual({ from: 2, to: 2 });
  expect(olderThan({ page: 1, articles: [] })).toBeUndefined();
});
