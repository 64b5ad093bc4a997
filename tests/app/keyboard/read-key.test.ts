import { expect, test } from 'vitest';
import { readKey } from '../../../src/app/keyboard/read-key.ts';

const read = (init: KeyboardEventInit): string | undefined => readKey(new KeyboardEvent('keydown', init));

test('a key is identified by its character, wherever it is on the keyboard', () => {
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
])('a key without a Latin character is identified by its position: %s', (_layout, key, code, shiftKey, expected) => {
  expect(read({ key, code, shiftKey })).toBe(expected);
});

test.each([
  ['with Ctrl', { key: 'j', ctrlKey: true }],
  ['with Meta', { key: 'j', metaKey: true }],
  ['with Alt', { key: 'j', altKey: true }],
  ['a capital letter', { key: 'J', shiftKey: true }],
  ['while composing', { key: 'j', isComposing: true }],
  ['a key that an input method handles', { key: 'Process', code: 'KeyJ' }],
  ['a key without a character', { key: 'ArrowDown', code: 'ArrowDown' }],
])('is no shortcut: %s', (_case, init) => {
  expect(read(init)).toBeUndefined();
});
