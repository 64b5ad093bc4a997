import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followChanges } from '../../../src/pipeline/vite/batch-file-changes.ts';

let taken: string[][];
let quiet: number;
let change: (file: string) => void;

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  quiet = 0;
  change = followChanges({ onChange: (files) => taken.push(files), onQuiet: () => (quiet += 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

test('one change is taken up at once, and all is quiet 300 ms later', () => {
  change('a.md');
  vi.advanceTimersByTime(1);
  expect(taken).toEqual([['a.md']]);
  vi.advanceTimersByTime(298);
  expect(quiet).toBe(0);
  vi.advanceTimersByTime(1);
  expect(quiet).toBe(1);
});

test('writing in steps is quiet 300 ms after the last one', () => {
  for (let step = 0; step < 5; step += 1) {
    change('a.md');
    vi.advanceTimersByTime(200);
  }
  expect(taken).toHaveLength(5);
  expect(quiet).toBe(0);
  vi.advanceTimersByTime(100);
  expect(quiet).toBe(1);
});

test('more than 20 changes within 50 ms give one update, 100 ms after the last', () => {
  for (let nth = 0; nth < 30; nth += 1) change(`${nth}.md`);
  vi.advanceTimersByTime(60);
  for (let nth = 30; nth < 60; nth += 1) change(`${nth}.md`);
  vi.advanceTimersByTime(99);
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(taken).toHaveLength(1);
  expect(taken[0]).toHaveLength(60);
});

test('20 changes are no burst', () => {
  for (let nth = 0; nth < 20; nth += 1) change(`${nth}.md`);
  vi.advanceTimersByTime(1);
  expect(taken).toMatchObject([{ length: 20 }]);
});
