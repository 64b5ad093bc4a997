import { expect, test } from 'vitest';
import { sharedWords } from '../../../../src/pipeline/edition/coverage/shared-words.ts';

const REPORTS = [
  { title: 'C++ and Élysée: U.K. investigates', excerpt: 'A fire in Marwick.' },
  { title: 'Investigation in MARWICK', excerpt: 'The elysee says nothing. 東京' },
];

test('words are spelled as the first report that has them spells them', () => {
  expect(sharedWords(['marwick', 'investi', 'elysee', 'c++'], REPORTS)).toEqual([
    'Marwick',
    'investigates',
    'Élysée',
    'C++',
  ]);
  expect(sharedWords(['marwick', 'uk'], REPORTS)).toEqual(['Marwick', 'U.K.']);
  expect(sharedWords(['marwick'], REPORTS.toReversed())).toEqual(['MARWICK']);
});

test('pairs of characters are words of their own', () => {
  expect(sharedWords(['東京'], REPORTS)).toEqual(['東京']);
});

test('terms that no report has, and more than four, are left out', () => {
  expect(sharedWords(['marwick', 'tollen'], REPORTS)).toEqual(['Marwick']);
  expect(sharedWords(['fire', 'marwick', 'investi', 'elysee', 'nothing'], REPORTS).length).toBe(4);
});
