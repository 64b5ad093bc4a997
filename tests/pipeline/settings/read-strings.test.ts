import { expect, test } from 'vitest';
import { readStrings } from '../../../src/pipeline/settings/read-strings.ts';

test('takes texts and plural forms; a text alone is the form for all numbers', () => {
  const strings = {
    common: {
      allStories: ' Everything ',
      listSeparator: ' / ',
      stories: { one: 'one piece', other: '{count} pieces' },
    },
    newStories: { newStories: '{count} more' },
    filter: { panel: { failed: { topics: 'No topics.' } } },
  };
  expect(readStrings(strings)).toEqual({
    value: {
      common: {
        allStories: 'Everything',
        listSeparator: ' / ',
        stories: { one: 'one piece', other: '{count} pieces' },
      },
      newStories: { newStories: { other: '{count} more' } },
      filter: { panel: { failed: { topics: 'No topics.' } } },
    },
  });
});

test.each([
  ['a list', [], [], 'expected a mapping of names to texts, found a list'],
  ['an unknown table', { comon: {} }, ['comon'], 'expected the name of a text of the interface, found `comon`'],
  ['the name of a method', { common: { toString: 'a' } }, ['common', 'toString'], 'found `toString`'],
  ['a text in place of a table', { common: 'All' }, ['common'], 'expected a mapping of names to texts'],
  ['a table in place of a text', { common: { close: { a: 'b' } } }, ['common', 'close'], 'expected a text, found'],
  ['an empty text', { common: { close: ' ' } }, ['common', 'close'], 'expected a text, found none'],
  ['a separator of spaces', { common: { listSeparator: ' ' } }, ['common', 'listSeparator'], 'found none'],
  ['a missing placeholder', { common: { home: 'Home' } }, ['common', 'home'], 'expected {title} in the text'],
  [
    'an unknown placeholder',
    { common: { close: 'Close {it}' } },
    ['common', 'close'],
    'no placeholder but none, found {it}',
  ],
  [
    'a form without the number',
    { common: { stories: { other: 'some' } } },
    ['common', 'stories', 'other'],
    'expected {count}',
  ],
  [
    'no form for other numbers',
    { common: { stories: { one: '1' } } },
    ['common', 'stories'],
    'expected a form `other`',
  ],
  [
    'an unknown form',
    { common: { stories: { two_: '2', other: '{count}' } } },
    ['common', 'stories', 'two_'],
    'one of zero,',
  ],
  ['markup', { common: { close: '<b>Close</b>' } }, ['common', 'close'], 'without markup'],
  ['several lines', { common: { close: 'a\nb' } }, ['common', 'close'], 'expected one line of text'],
  [
    'a very long text',
    { common: { close: 'x'.repeat(10_000) } },
    ['common', 'close'],
    'at most 1,000 characters, found 10,000',
  ],
])('refuses %s, with its place', (_, strings, path, reason) => {
  const invalid = readStrings(strings);
  expect(invalid).toEqual([expect.objectContaining({ path, reason: expect.stringContaining(reason) as string })]);
});

test('says which name may be meant, and reports every fault', () => {
  const invalid = readStrings({ common: { allStorys: 'a', home: 'b' } });
  expect(invalid).toMatchObject([
    { hint: expect.stringContaining('allStories') as string },
    { path: ['common', 'home'] },
  ]);
});
