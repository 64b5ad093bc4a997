import { expect, test, vi } from 'vitest';
import { readStored, writeStored } from '../../../src/app/reader/storage.ts';

test('stores a value under the prefix of the app', () => {
  writeStored('a', '1');
  expect(readStored('a')).toBe('1');
  expect(window.localStorage.getItem('broadsheet:a')).toBe('1');
});

test('keeps the value in memory if storage is blocked', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  writeStored('b', '2');
  expect(readStored('b')).toBe('2');
  vi.restoreAllMocks();
});
