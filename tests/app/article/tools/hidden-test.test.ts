import { expect, test } from 'vitest';
import { hiddenTest } from '../../../../src/app/article/tools/list/hidden-test.ts';

const isHidden = (word: string, title: string): boolean =>
  hiddenTest(new Map([[`word:${word}`, { name: word }]]))?.({ title, topics: [] }) ?? false;

test.each([
  ['covid-19', 'Covid-19 is back', 'Covid 19'],
  ['c++ [a-z]', 'C++ [A-Z] explained', 'C and A'],
  ['选举', '地方选举的结果', '地方'],
  ['"new york"', 'In “New York” again', 'New Yorkers'],
  ["it's", 'It’s over', 'Its end'],
  ['cafe\u0301', 'The caf\u00e9', 'The cafeteria'],
])('the word %j hides %j, and not %j', (word, hidden, shown) => {
  expect(isHidden(word, hidden)).toBe(true);
  expect(isHidden(word, shown)).toBe(false);
});

test('a word of quotation marks only hides nothing', () => expect(isHidden('""', 'Anything')).toBe(false));
