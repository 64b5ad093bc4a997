import { expect, test } from 'vitest';
import { nextOlderPage, olderPages } from '../../../src/app/collection/older-pages.ts';

const head = (total: number) => ({
  total,
  pages: Math.floor(total / 30),
  articles: Array.from({ length: Math.min(30, total) }, () => ({})) as never[],
});

test.each([
  [12, []],
  [30, []],
  [35, [1]],
  [50, [1]],
  [65, [2, 1]],
  [80, [2]],
])('the first click on a list of %i articles adds the archive pages %j', (total, pages) => {
  expect(olderPages(head(total), 1)).toEqual(pages);
});

test('each further click adds the next older page, up to the first page', () => {
  expect(olderPages(head(110), 0)).toEqual([]);
  expect(nextOlderPage(head(110), 0)).toBe(3);
  expect(olderPages(head(110), 2)).toEqual([3, 2]);
  expect(nextOlderPage(head(110), 2)).toBe(1);
  expect(olderPages(head(110), 9)).toEqual([3, 2, 1]);
  expect(nextOlderPage(head(110), 3)).toBeUndefined();
  expect(nextOlderPage(head(30), 0)).toBeUndefined();
});
