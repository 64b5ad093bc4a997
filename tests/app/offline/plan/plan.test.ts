import { describe, expect, test } from 'vitest';
import {
  costOf,
  firstOfLastDays,
  planPacks,
  positionsOf,
  sizeOfPlan,
  type Target,
} from '../../../../src/app/offline/plan/plan.ts';
import type { PackList } from '../../../../src/model/offline/packs.ts';

const target = (positions: number[], hasImages = false): Target => ({
  collection: { kind: 'topic', slug: 'space' },
  total: positions.length,
  from: 0,
  positionAt: (place) => positions[place] ?? Number.NaN,
  file: ['', positions],
  hasImages,
});

/** Three packs, of which the last one has 50 articles. */
const LIST: PackList = {
  format: 1,
  total: 250,
  packs: [
    ['a', 1000],
    ['b', 2000, 500],
    ['c', 500, 100],
  ],
  search: [30, 20],
};

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

describe('the last seven days', () => {
  test('end with the day of the newest story, and begin with a page of the list', () => {
    expect(
      firstOfLastDays([
        ['2026-10-30', 65],
        ['2026-11-17', 10],
        ['2026-11-23', 3],
      ]),
    ).toBe(60);
  });

  test('are all stories if none is older', () => {
    expect(firstOfLastDays([['2026-11-23', 40]])).toBe(0);
  });

  test('begin with the first story of these days, if one of another day is in between', () => {
    expect(
      firstOfLastDays([
        ['2026-11-01', 30],
        ['2026-11-20', 1],
        ['2026-11-01', 29],
        ['2026-11-23', 1],
      ]),
    ).toBe(30);
  });
});

test('a story of two subjects is kept with its images if one of them is', () => {
  const positions = positionsOf([target([1, 2]), target([2, 3], true)]);
  expect([...positions]).toEqual([
    [1, false],
    [2, true],
    [3, true],
  ]);
});

test('packs come newest first, and those with little to keep are not fetched', () => {
  const packs = planPacks(LIST, positionsOf([target([...range(0, 25), ...range(100, 124), ...range(200, 213)])]));
  expect(packs.map(({ number, isFetched, positions }) => [number, isFetched, positions.size])).toEqual([
    [3, true, 13],
    [2, false, 24],
    [1, true, 25],
  ]);
});

test('positions of another edition are left out', () => {
  expect(planPacks(LIST, positionsOf([target([300])]))).toEqual([]);
});

test('the size is the share of each pack, with the index of the search', () => {
  const packs = planPacks(LIST, positionsOf([target([...range(0, 50), ...range(100, 120), ...range(200, 225)])]));
  expect(sizeOfPlan(LIST, packs)).toEqual({ stories: 95, bytes: 50 + 500 + 400 + 250, imageBytes: 100 + 50 });
  // A whole pack is fetched for half of its stories.
  expect(packs.map((pack) => costOf(LIST, pack))).toEqual([500, 400, 1000]);
});
