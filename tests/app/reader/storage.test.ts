import { expect, test, vi } from 'vitest';
import { readStored, writeStored } from '../../../src/app/reader/storage.ts';

test('keeps a text', () => {
  writeStored('a', '1');
  expect(readStored('a')).toBe('1');
  expect(window.localStorage.getItem('broadsheet:a')).toBe('1');
});

test('works in memory where storage is blocked', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  writeStored('b', '2');
  expect(readStored('b')).toBe('2');
  vi.restoreAllMocks();
});
