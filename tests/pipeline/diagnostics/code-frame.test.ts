import { describe, expect, test } from 'vitest';
import { createCodeFrames } from '../../../src/pipeline/diagnostics/code-frame.ts';

/** The code frame for the location of the mark `▸`, as a terminal shows it: the line, and a line with the caret. */
function codeFrameOf(marked: string): { text: string; caret: string } {
  const before = marked.slice(0, marked.indexOf('▸')).split('\n');
  const location = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const { text, caret } = createCodeFrames(marked.replace('▸', ''))(location) ?? { text: '', caret: 0 };
  return { text, caret: `${' '.repeat(caret)}^` };
}

describe('a code frame', () => {
  test('shows the line and a caret below the location', () => {
    expect(codeFrameOf('one\nquality: ▸high')).toEqual({ text: 'quality: high', caret: '         ^' });
  });

  test('shows a tab as one space', () => {
    expect(codeFrameOf('\ta:\t▸b')).toEqual({ text: ' a: b', caret: '    ^' });
  });

  test.each([
    ['two columns for each character of Chinese, Japanese and Korean', '報道: かな 한글 ▸x', 16],
    ['one column for each half-width character', 'ｱｲｳ: ▸x', 5],
    ['two columns for an emoji', '🚀: ▸x', 4],
    ['two columns for a flag of two regional indicators', '🇮🇸: ▸x', 4],
    ['no column for a combining mark', 'cafe\u0301: ▸x', 6],
    ['no column for a joiner', 'a\u200db: ▸x', 4],
  ])('counts %s', (_, marked, caret) => {
    expect(codeFrameOf(marked).caret).toBe(`${' '.repeat(caret)}^`);
  });

  test.each([
    ['the beginning', 10],
    ['the middle', 2_500],
    ['the end', 4_990],
  ])('is cut around %s of a line of 5,000 characters', (_, at) => {
    const line = Array.from({ length: 5_000 }, (__, index) => String(index % 10)).join('');
    const { text, caret } = codeFrameOf(`${line.slice(0, at)}▸X${line.slice(at + 1)}`);
    expect(text.length).toBeLessThan(104);
    expect(text[caret.length - 1]).toBe('X');
  });

  test('replaces an emoji that is cut in the middle with U+FFFD', () => {
    const { text, caret } = codeFrameOf(`${'🚀'.repeat(80)}a▸X${'🚀'.repeat(80)}`);
    expect(text).toMatch(/^…\ufffd🚀.*🚀aX🚀.*…$/u);
    expect(text).not.toMatch(/\p{Cs}/u);
    expect(caret.length - 1).toBe('…\ufffd'.length + 2 * 29 + 'a'.length);
  });

  test('escapes control characters and counts the columns of the escapes', () => {
    expect(codeFrameOf('a\u001b[31m\u202e: ▸x')).toEqual({
      text: 'a\\u001b[31m\\u202e: x',
      caret: `${' '.repeat(19)}^`,
    });
  });

  test('is undefined for a blank or a missing line', () => {
    const codeFrameAt = createCodeFrames('one\n \n');
    expect(codeFrameAt({ line: 2, column: 1 })).toBeUndefined();
    expect(codeFrameAt({ line: 9, column: 1 })).toBeUndefined();
  });
});

describe('a code frame masks ciphertext without moving the caret', () => {
  const secret = 'q7vXo0sWbOuwwNnnkc2qpJtN1bTCarSPPTKLEZf6FAN2';

  test.each([
    ['as the value of `secured`', `secured: "${secret}" ▸x`],
    ['as the value of a misspelling of `secured`', `{ securd: ${secret}, ▸x: 1 }`],
    ['on the line below the name', `secured:\n  "${secret}" ▸x`],
    ['on the line below a nested name', `topic:\n  secured:\n    ${secret}: ▸x`],
    ['as the value of another field', `excerpt: ${secret}: ▸x`],
    ['at the location itself', `secured:\n  ▸${secret}`],
  ])('%s', (_, marked) => {
    const { text, caret } = codeFrameOf(marked);
    const source = marked.split('\n').at(-1) ?? '';
    expect(text).not.toMatch(/[\w+/=]{16,}/);
    expect(caret.length - 1).toBe(source.indexOf('▸'));
  });
});
