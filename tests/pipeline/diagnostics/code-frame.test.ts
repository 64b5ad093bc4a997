import { describe, expect, test } from 'vitest';
import { createCodeFrames } from '../../../src/pipeline/diagnostics/code-frame.ts';

/** Shows the place of the mark `▸`, the way a terminal would: the line, and a caret below it. */
function shown(marked: string): { text: string; caret: string } {
  const before = marked.slice(0, marked.indexOf('▸')).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const { text, caret } = createCodeFrames(marked.replace('▸', ''))(place) ?? { text: '', caret: 0 };
  return { text, caret: `${' '.repeat(caret)}^` };
}

describe('the line of an issue, and a caret below its place', () => {
  test('as it is', () => {
    expect(shown('one\nquality: ▸high')).toEqual({ text: 'quality: high', caret: '         ^' });
  });

  test('with a tab as one blank', () => {
    expect(shown('\ta:\t▸b')).toEqual({ text: ' a: b', caret: '    ^' });
  });

  test.each([
    ['two columns for each character of Chinese, Japanese and Korean', '報道: かな 한글 ▸x', 16],
    ['one for those that are half as wide', 'ｱｲｳ: ▸x', 5],
    ['two for an emoji', '🚀: ▸x', 4],
    ['two for the two letters of a flag', '🇮🇸: ▸x', 4],
    ['none for a mark above a letter', 'cafe\u0301: ▸x', 6],
    ['none for a joiner', 'a\u200db: ▸x', 4],
  ])('counts %s', (_, marked, caret) => {
    expect(shown(marked).caret).toBe(`${' '.repeat(caret)}^`);
  });

  test.each([
    ['the beginning', 10],
    ['the middle', 2_500],
    ['the end', 4_990],
  ])('cut around %s of a line of 5,000 characters', (_, at) => {
    const line = Array.from({ length: 5_000 }, (__, index) => String(index % 10)).join('');
    const { text, caret } = shown(`${line.slice(0, at)}▸X${line.slice(at + 1)}`);
    expect(text.length).toBeLessThan(104);
    expect(text[caret.length - 1]).toBe('X');
  });

  test('cut in the middle of an emoji, which is then shown as a character that is none', () => {
    const { text, caret } = shown(`${'🚀'.repeat(80)}a▸X${'🚀'.repeat(80)}`);
    expect(text).toMatch(/^…\ufffd🚀.*🚀aX🚀.*…$/u);
    expect(text).not.toMatch(/\p{Cs}/u);
    expect(caret.length - 1).toBe('…\ufffd'.length + 2 * 29 + 'a'.length);
  });

  test('with foreign controls in words, which the caret allows for', () => {
    expect(shown('a\u001b[31m\u202e: ▸x')).toEqual({ text: 'a\\u001b[31m\\u202e: x', caret: `${' '.repeat(19)}^` });
  });

  test('not for a line without text, or one that is not there', () => {
    const codeFrameAt = createCodeFrames('one\n \n');
    expect(codeFrameAt({ line: 2, column: 1 })).toBeUndefined();
    expect(codeFrameAt({ line: 9, column: 1 })).toBeUndefined();
  });
});

describe('ciphertext is not shown, and the caret stays where it is', () => {
  const secret = 'q7vXo0sWbOuwwNnnkc2qpJtN1bTCarSPPTKLEZf6FAN2';

  test.each([
    ['of `secured`', `secured: "${secret}" ▸x`],
    ['of a misspelling of it', `{ securd: ${secret}, ▸x: 1 }`],
    ['on the line below the name', `secured:\n  "${secret}" ▸x`],
    ['on the line below a name that is on a line below another', `topic:\n  secured:\n    ${secret}: ▸x`],
    ['under no name at all', `excerpt: ${secret}: ▸x`],
    ['where the issue is the ciphertext', `secured:\n  ▸${secret}`],
  ])('%s', (_, marked) => {
    const { text, caret } = shown(marked);
    const source = marked.split('\n').at(-1) ?? '';
    expect(text).not.toMatch(/[\w+/=]{16,}/);
    expect(caret.length - 1).toBe(source.indexOf('▸'));
  });
});
