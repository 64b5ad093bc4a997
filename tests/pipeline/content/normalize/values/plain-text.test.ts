import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtWord, plainText } from '../../../../../src/pipeline/content/normalize/values/plain-text.ts';
import { withTimeLimit } from '../../../../support/time-limits.ts';

test.each([
  ['removes tags', 'a <b>bold</b> word', 'a bold word'],
  ['separates the text of blocks', '<p>One.</p><p>Two.</p>', 'One. Two.'],
  ['keeps a less-than sign', 'a < b and I <3 it', 'a < b and I <3 it'],
  ['decodes entities once, after removing tags', '&lt;b&gt; is &amp;amp;', '<b> is &amp;'],
  ['removes scripts', 'a<script>alert(1)</script>b', 'ab'],
  [
    'keeps addresses in angle brackets',
    'by <me@example.org>, see <https://a.example/>',
    'by <me@example.org>, see <https://a.example/>',
  ],
  ['keeps the tag of an element that is not closed', 'The <script> tag turns thirty', 'The <script> tag turns thirty'],
  ['keeps an end tag without an element', 'The </p> tag', 'The </p> tag'],
  [
    'keeps type parameters',
    'Vec<T>, Map<String, List<Integer>>, std::vector<bool>',
    'Vec<T>, Map<String, List<Integer>>, std::vector<bool>',
  ],
  ['keeps comparisons', 'When a<b and b>c hold', 'When a<b and b>c hold'],
  ['keeps unknown elements', '<my-widget>a</my-widget> <foo>b</foo>', '<my-widget>a</my-widget> <foo>b</foo>'],
  ['removes elements without content', 'a<br>b<img src="x" onerror="alert(1)">c<wbr>d', 'a bcd'],
  ['removes elements in each other', '<b>a<b>b</b>c</b><b>d', 'abc<b>d'],
  ['keeps a comment that is not closed', 'a<!-- b', 'a<!-- b'],
  ['removes comments', 'a<!-- <b> -->b', 'ab'],
  ['allows > in an attribute', '<a title="1 > 0">a</a>', 'a'],
  ['keeps an unclosed tag as text', 'a <b', 'a <b'],
  ['collapses white space', '\n  a \t\u00a0 b\n    \n', 'a b'],
  ['removes control characters', 'a\u0007b\u0090c', 'abc'],
  ['removes bidi overrides and isolates', 'a\u202eb\u2066c\u2069', 'abc'],
  ['keeps the marks LRM and RLM', 'a\u200e\u200fb', 'a\u200e\u200fb'],
  ['keeps joiners', '👩\u200d🚀 می\u200cخواهم', '👩\u200d🚀 می\u200cخواهم'],
  ['replaces half of a surrogate pair', 'a\ud83d', 'a\ufffd'],
])('%s', (_, markup, text) => {
  expect(plainText(markup)).toBe(text);
});

/** Tags of elements with different names, which are not closed. */
const AMP_TAGS = Array.from({ length: 20_000 }, (_, index) => `<amp-x${index.toString(36)}>`).join('');

test.each([
  ['tags', '<b>'.repeat(33_000), '<b>'.repeat(33_000)],
  ['elements', '<b>'.repeat(33_000) + '</b>'.repeat(33_000), ''],
  ['different elements', '<a><b><i><u><em><p>'.repeat(10_000), '<a><b><i><u><em><p>'.repeat(10_000)],
  ['less-than signs', '<'.repeat(200_000), '<'.repeat(200_000)],
  ['unclosed tags', '<a href="'.repeat(20_000), '<a href="'.repeat(20_000)],
  ['tags in which other quotes begin', `<b '="='`.repeat(20_000), `<b '="='`.repeat(20_000)],
  ['names', AMP_TAGS, AMP_TAGS],
  ['scripts', '<script>'.repeat(40_000), '<script>'.repeat(40_000)],
  ['closed scripts', '<script></script>'.repeat(20_000), ''],
  ['comments', '<!--'.repeat(40_000), '<!--'.repeat(40_000)],
  ['unclosed end tags of scripts', '</script '.repeat(40_000), '</script '.repeat(40_000).trim()],
])('thousands of %s', (_, markup, text) => {
  const found = withTimeLimit(() => plainText(markup), 5);
  expect(found.length).toBe(text.length);
  expect(found === text).toBe(true);
});

test('removes control characters and bidi overrides from any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (markup) => {
      expect(plainText(markup)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('cuts at a word and adds an ellipsis', () => {
  expect(cutAtWord('one two three', 10)).toBe('one two…');
  expect(cutAtWord('one two', 10)).toBe('one two');
  expect(cutAtWord('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(cutAtWord('👩\u200d🚀'.repeat(3), 5)).toBe('👩\u200d🚀…');
});

test('cuts Latin text as it cuts any other text', () => {
  const characters = fc.constantFrom('x', 'x', ' ', 'é', '.', '’', '–', '-');
  const texts = fc.string({ unit: characters, maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 25 }), (text, length) => {
      const inHan = (latin: string): string => latin.replaceAll('x', '中');
      expect(cutAtWord(inHan(text), length)).toBe(inHan(cutAtWord(text, length)));
    }),
  );
  expect(cutAtWord(`${'x'.repeat(9)}e\u0301 y`, 10)).toBe(`${'x'.repeat(9)}…`);
});
