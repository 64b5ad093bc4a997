import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { takeSnapshot } from '../../../src/pipeline/vite/file-snapshot.ts';
import { contentFolder } from '../../support/content-folder.ts';

vi.mock('node:fs', { spy: true });

let file: string;
beforeEach(() => {
  file = path.join(contentFolder({ 'a.md': 'one' }), 'a.md');
});

test('an unchanged file is the same', () => {
  const state = takeSnapshot(file);
  expect(state()).toBe('same');
});

test('a file that grows has changed', () => {
  const state = takeSnapshot(file);
  appendFileSync(file, ' and two');
  expect(state()).toBe('changed');
});

test('other bytes of the same size and time are noticed in a file that was written just now', () => {
  vi.mocked(statSync).mockReturnValue(statSync(file));
  const state = takeSnapshot(file);
  writeFileSync(file, 'two');
  expect(state()).toBe('changed');
  vi.mocked(statSync).mockReset();
});

test('a file that was written long ago is not read', () => {
  vi.spyOn(Date, 'now').mockReturnValue(statSync(file).mtimeMs + 60_000);
  vi.mocked(readFileSync).mockClear();
  expect(takeSnapshot(file)()).toBe('same');
  expect(readFileSync).not.toHaveBeenCalled();
  vi.mocked(Date.now).mockRestore();
});

test('a removed file is gone, and a created file has changed', () => {
  const state = takeSnapshot(file);
  rmSync(file);
  expect(state()).toBe('gone');
  const later = takeSnapshot(file);
  expect(later()).toBe('same');
  writeFileSync(file, 'two');
  expect(later()).toBe('changed');
});

test('a folder is the same, whatever is created in it', () => {
  const folder = path.dirname(file);
  const state = takeSnapshot(folder);
  mkdirSync(path.join(folder, 'deep'));
  expect(state()).toBe('same');
});
