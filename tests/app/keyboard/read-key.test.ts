import { expect, test } from 'vitest';
import { readKey } from '../../../src/app/keyboard/read-key.ts';

const read = (init: KeyboardEventInit): string | undefined => readKey(new KeyboardEvent('keydown', init));

test('READER 9: a key is known by what it writes, wherever it is', () => {
  expect(read({ key: 'j', code: 'KeyC' })).toBe('j');
  expect(read({ key: 'J', code: 'KeyJ' })).toBe('j');
  expect(read({ key: '/', code: 'Digit7', shiftKey: true })).toBe('/');
  expect(read({ key: '?', code: 'Minus', shiftKey: true })).toBe('?');
  expect(read({ key: 'Escape' })).toBe('Escape');
});

test.each([
  ['Cyrillic', 'о', 'KeyJ', false, 'j'],
  ['Greek', 'κ', 'KeyK', false, 'k'],
  ['Hebrew', 'ם', 'KeyO', false, 'o'],
  ['Arabic', '؟', 'Slash', true, '?'],
  ['Persian', '۷', 'Digit7', false, undefined],
])('READER 9: where it writes nothing of ours, by its place: %s', (_layout, key, code, shiftKey, known) => {
  expect(read({ key, code, shiftKey })).toBe(known);
});

test.each([
  ['with Ctrl', { key: 'j', ctrlKey: true }],
  ['with Meta', { key: 'j', metaKey: true }],
  ['with Alt', { key: 'j', altKey: true }],
  ['a capital letter', { key: 'J', shiftKey: true }],
  ['while composing', { key: 'j', isComposing: true }],
  ['an input method’s own', { key: 'Process', code: 'KeyJ' }],
  ['a key that writes nothing', { key: 'ArrowDown', code: 'ArrowDown' }],
])('READER 9: not meant for the page: %s', (_case, init) => {
  expect(read(init)).toBeUndefined();
});
