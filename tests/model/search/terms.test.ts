import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/model/search/fold.ts';
import { pairsOf, runsOf, termsOf } from '../../../src/model/search/terms.ts';
import { runsOf as times } from '../../support/property-runs.ts';
import { oddText } from '../../support/search-arbitrary.ts';
import { SEARCH_TEXTS } from '../../support/search-texts.ts';

const terms = (from: string): string[] => [...termsOf(from)];

test.each(SEARCH_TEXTS)('the terms of a text in $script', ({ text: source, terms: expected }) => {
  expect(terms(source)).toEqual(expected);
});

test.each([
  ['an abbreviation with dots is one term', 'U.S. u.s.a. J.R.R. Tolkien', ['us', 'usa', 'jrr', 'tolkien']],
  ['an abbreviation may lack its last dot', 'U.S.A and U.S-China', ['usa', 'and', 'us', 'china']],
  [
    'a letter before a word is no part of an abbreviation',
    'e.g.this a.b.com t.co',
    ['eg', 'this', 'ab', 'com', 't', 'co'],
  ],
  ['names of languages have signs', 'C++ C# F#', ['c++', 'c#', 'f#']],
  [
    'signs behind longer words and in words are no part of them',
    'ab++ c++11 c#x a+b',
    ['ab', 'c', '11', 'c', 'x', 'a', 'b'],
  ],
  [
    'signs and dots separate words',
    "e-mail don't AT&T 1.85.1 a/b",
    ['e', 'mail', 'don', 't', 'at', 't', '1', '85', '1', 'a', 'b'],
  ],
  ['emoji and punctuation are no terms', '🎉 — … !?', []],
  ['a Thai abbreviation has no term without letters', 'ก.ท.ม.', ['ก', 'ท', 'ม']],
  ['a sign behind a Chinese character is no term', '#爱# 中++', ['爱', '中']],
  ['a single character of a script without spaces is a term', '中', ['中']],
  ['a word ends where an unspaced script begins', 'a中b', ['a', '中', 'b']],
])('%s', (_, source, expected) => {
  expect(terms(source)).toEqual(expected);
});

test('a long word is cut, and not in a surrogate pair', () => {
  expect(terms('a'.repeat(50))).toEqual(['a'.repeat(40)]);
  expect(terms(`a${'𐐨'.repeat(30)}`)).toEqual([`a${'𐐨'.repeat(19)}`]);
});

test('a long run of an unspaced script is not cut', () => {
  expect(terms('中'.repeat(500))).toHaveLength(500);
});

test('pairs are of characters, not of code units', () => {
  expect([...pairsOf('𠮷野𠮷')]).toEqual(['𠮷野', '野𠮷', '𠮷']);
});

describe('of any text', () => {
  const check = (property: (source: string) => void) => () =>
    fc.assert(fc.property(oddText, property), { numRuns: times(500), seed: 1 });

  test('no term is empty, or has a space, a capital letter or half a surrogate pair', () => {
    expect(
      check((source) => {
        for (const term of termsOf(source)) expect(term.isWellFormed() && /^[^\s\p{Lu}]+$/u.test(term)).toBe(true);
      }),
    ).not.toThrow();
  });

  test('the term of a word has itself as its only term', () => {
    expect(
      check((source) => {
        for (const run of runsOf(fold(source))) if (!run.isUnspaced) expect(terms(run.text)).toEqual([run.text]);
      }),
    ).not.toThrow();
  });

  test('runs follow each other and are where they say', () => {
    expect(
      check((source) => {
        const folded = fold(source);
        let last = 0;
        for (const { text: run, at, end } of runsOf(folded)) {
          expect(at).toBeGreaterThanOrEqual(last);
          expect(folded.slice(at, end).replaceAll('.', '').startsWith(run)).toBe(true);
          last = end;
        }
      }),
    ).not.toThrow();
  });
});
