import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { batchFileChanges } from '../../../src/pipeline/vite/batch-file-changes.ts';

let taken: string[][];
let quiet: number;
let change: (file: string) => void;
/** The files on disk and what is in them, and how many of them were looked at. */
let disk: Map<string, string>;
let looks: number;

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  quiet = 0;
  looks = 0;
  disk = new Map();
  change = batchFileChanges({
    onChanges: (files) => taken.push(files),
    onQuiet: () => (quiet += 1),
    snapshot: (file) => {
      const before = disk.get(file);
      return () => {
        looks += 1;
        const now = disk.get(file);
        if (now === before) return 'same';
        return now === undefined ? 'gone' : 'changed';
      };
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('one change is passed on at once, and all is quiet 300 ms later', () => {
  change('a.md');
  vi.advanceTimersByTime(1);
  expect(taken).toEqual([['a.md']]);
  vi.advanceTimersByTime(298);
  expect(quiet).toBe(0);
  vi.advanceTimersByTime(1);
  expect(quiet).toBe(1);
});

test('repeated changes are quiet 300 ms after the last one', () => {
  for (let step = 0; step < 5; step += 1) {
    change('a.md');
    vi.advanceTimersByTime(200);
  }
  expect(taken).toHaveLength(5);
  expect(quiet).toBe(0);
  vi.advanceTimersByTime(100);
  expect(quiet).toBe(1);
});

test('more than 20 changes within 50 ms are one batch, 100 ms after the last', () => {
  for (let nth = 0; nth < 30; nth += 1) change(`${nth}.md`);
  vi.advanceTimersByTime(60);
  for (let nth = 30; nth < 60; nth += 1) change(`${nth}.md`);
  vi.advanceTimersByTime(99);
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(taken).toHaveLength(1);
  expect(taken[0]).toHaveLength(60);
});

test('20 changes are not a burst', () => {
  for (let nth = 0; nth < 20; nth += 1) change(`${nth}.md`);
  vi.advanceTimersByTime(1);
  expect(taken).toMatchObject([{ length: 20 }]);
});

describe('a change that the watcher drops', () => {
  /** Changes a file, and has the watcher report it. */
  const write = (file: string, text: string): void => {
    disk.set(file, text);
    change(file);
  };

  test.each([8, 20, 40, 50])('%i ms after a reported one is passed on 60 ms after that one', (gap) => {
    write('a.md', 'one');
    vi.advanceTimersByTime(gap);
    disk.set('a.md', 'two');
    vi.advanceTimersByTime(60 - gap);
    expect(taken).toEqual([['a.md']]);
    vi.advanceTimersByTime(2);
    expect(taken).toEqual([['a.md'], ['a.md']]);
  });

  test('delays the quiet, and the file is compared again after it', () => {
    write('a.md', 'one');
    vi.advanceTimersByTime(30);
    disk.set('a.md', 'two');
    vi.advanceTimersByTime(40);
    expect(taken).toHaveLength(2);
    disk.set('a.md', 'three');
    vi.advanceTimersByTime(60);
    expect(taken).toHaveLength(3);
    vi.advanceTimersByTime(290);
    expect(quiet).toBe(0);
    vi.advanceTimersByTime(10);
    expect(quiet).toBe(1);
  });

  test('late is passed on before all is quiet', () => {
    write('a.md', 'one');
    vi.advanceTimersByTime(200);
    disk.set('a.md', 'two');
    vi.advanceTimersByTime(101);
    expect(taken).toHaveLength(2);
    expect(quiet).toBe(0);
    vi.advanceTimersByTime(300);
    expect(taken).toHaveLength(2);
    expect(quiet).toBe(1);
  });

  test('between the report and the reading is passed on too', () => {
    let isFirst = true;
    disk.set('a.md', 'one');
    const follow = batchFileChanges({
      onChanges: (files) => {
        taken.push(files);
        if (isFirst) disk.set('a.md', 'two');
        isFirst = false;
      },
      onQuiet: () => undefined,
      snapshot: (file) => {
        const before = disk.get(file);
        return () => (disk.get(file) === before ? 'same' : 'changed');
      },
    });
    follow('a.md');
    vi.advanceTimersByTime(100);
    expect(taken).toHaveLength(2);
  });
});

test('a file that an editor replaces is not treated as deleted', () => {
  disk.set('a.md', 'one');
  change('a.md');
  vi.advanceTimersByTime(10);
  disk.delete('a.md');
  vi.advanceTimersByTime(90);
  expect(taken).toHaveLength(1);
  disk.set('a.md', 'one');
  vi.advanceTimersByTime(1000);
  expect(taken).toHaveLength(1);
});

test('a deleted file is passed on when all is quiet, even if the watcher does not report it', () => {
  disk.set('a.md', 'one');
  change('a.md');
  vi.advanceTimersByTime(10);
  disk.delete('a.md');
  vi.advanceTimersByTime(292);
  expect(taken).toHaveLength(2);
  vi.advanceTimersByTime(300);
  expect(quiet).toBe(1);
});

test('a single file is compared twice; of a burst only the files that were read early are', () => {
  change('a.md');
  vi.advanceTimersByTime(1000);
  expect(looks).toBe(2);
  looks = 0;
  for (let nth = 0; nth < 10_000; nth += 1) change(`${nth}.md`);
  vi.advanceTimersByTime(90);
  change('late.md');
  vi.advanceTimersByTime(1000);
  expect(new Set(taken.flat()).size).toBe(10_002);
  expect(looks).toBe(2);
});
