import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeTerms,
  encodeOmitted,
  encodePostings,
  encodeTerms,
  FIELD,
  omittedCount,
  segmentRanges,
  visitPostings,
} from '../../../src/model/search/search-index.ts';
import { compareCodeUnits } from '../../../src/pipeline/util/compare-code-units.ts';
import { runsOf } from '../../support/property-runs.ts';

describe('segments', () => {
  const countsOf = (total: number): number[] => segmentRanges(total).map(({ count }) => count);

  test.each([
    [0, []],
    [1, [1]],
    [255, [255]],
    [256, [256]],
    [257, [256, 1]],
    [1_023, [512, 256, 255]],
    [1_024, [1_024]],
    [100_000, [65_536, 32_768, 1_024, 512, 160]],
  ])('%i articles', (total, expected) => {
    expect(countsOf(total)).toEqual(expected);
  });

  const TOTALS = Array.from({ length: 3_000 }, (_, total) => total);

  test('follow each other and have all articles', () => {
    const isComplete = (total: number): boolean =>
      segmentRanges(total).reduce((end, { at, count }) => (at === end && count > 0 ? end + count : -1), 0) === total;
    expect(TOTALS.filter((total) => !isComplete(total))).toEqual([]);
  });

  test('one more article changes only the last segment, except for one of 256 times', () => {
    const keepsOthers = (total: number): boolean => {
      const others = countsOf(total - 1).filter((count) => count % 256 === 0);
      return countsOf(total).join() === [...others, total % 256].join();
    };
    expect(TOTALS.filter((total) => total % 256 !== 0 && !keepsOthers(total))).toEqual([]);
  });
});

describe('terms', () => {
  const roundTrip = (terms: string[]): string[] => decodeTerms(encodeTerms(terms));

  test.each([
    ['one', ['a']],
    ['terms that begin alike', ['a', 'ab', 'abc', 'abd', 'b']],
    ['terms with signs and digits', ['0', '1', '10', 'c#', 'c++']],
    ['more than 63 equal code units', ['x'.repeat(70), `${'x'.repeat(70)}y`, 'x'.repeat(71)]],
    ['surrogate pairs with equal first halves', ['a𠮷', 'a𠮸', 'a𠮸𠮷', 'a𠮸𠮸']],
    ['a surrogate pair at the longest equal start', [`${'x'.repeat(62)}𠮷`, `${'x'.repeat(62)}𠮸`]],
    ['terms above the surrogates', ['a', '𠮷', '\ufa11', '\uff9f']],
  ])('%s', (_, terms) => {
    expect(roundTrip(terms)).toEqual(terms);
  });

  test('no code unit of the text is half of a surrogate pair', () => {
    expect(encodeTerms(['𠮷', '𠮸', '𠮸𠮷', '𠮸𠮸']).isWellFormed()).toBe(true);
  });

  test('of a shard without terms are one that is never looked up', () => {
    expect(roundTrip([])).toEqual(['']);
  });

  test('any sorted terms', () => {
    const term = fc.string({ unit: fc.constantFrom(...Array.from('ab0_-𠮷𠮸漢é')), minLength: 1, maxLength: 80 });
    const attempt = (): void =>
      fc.assert(
        fc.property(fc.uniqueArray(term, { minLength: 1, maxLength: 30 }), (terms) => {
          const sorted = terms.sort(compareCodeUnits);
          expect(roundTrip(sorted)).toEqual(sorted);
        }),
        { numRuns: runsOf(200), seed: 1 },
      );
    expect(attempt).not.toThrow();
  });
});

describe('postings', () => {
  /** Position and fields, in the order of the positions. */
  type Posting = [position: number, fields: number];

  const encode = (postings: readonly Posting[]): string =>
    encodePostings({ positions: postings.map(([position]) => position), fields: postings.map(([, fields]) => fields) });

  function decode(encoded: string): Posting[] {
    const postings: Posting[] = [];
    visitPostings(encoded, (position, fields) => postings.push([position, fields]));
    return postings.sort(([a], [b]) => a - b);
  }

  test('of the excerpt alone are digits without a sign', () => {
    const positions = [0, 1, 40].map((position): Posting => [position, FIELD.excerpt]);
    expect(encode(positions)).toBe('00x6');
  });

  test('of other fields are digits behind the sign of the fields', () => {
    const titleAndNames = FIELD.title | FIELD.names;
    expect(
      encode([
        [0, FIELD.title],
        [1, titleAndNames],
        [3, FIELD.excerpt],
        [4, FIELD.title],
      ]),
    ).toBe('3!03&1');
  });

  test('all combinations of fields', () => {
    const postings = Array.from({ length: 15 }, (_, index): Posting => [index * 3, index + 1]);
    expect(decode(encode(postings))).toEqual(postings);
  });

  test('distances on both sides of the number of digits', () => {
    const distances = [1, 31, 32, 33, 1_023, 1_024, 1_025, 1_056, 1_057, 32_767, 32_768, 32_769, 200_000];
    let position = -1;
    const postings = distances.map((distance): Posting => [(position += distance), FIELD.title]);
    expect(decode(encode(postings))).toEqual(postings);
  });

  test('of every article of a large segment', () => {
    const postings = Array.from({ length: 5_000 }, (_, index): Posting => [index, (index % 3) + 1]);
    expect(decode(encode(postings))).toEqual(postings);
  });

  test('any postings', () => {
    const posting = fc.tuple(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 15 }));
    const attempt = (): void =>
      fc.assert(
        fc.property(fc.array(posting, { maxLength: 40 }), (gaps) => {
          let position = -1;
          const postings = gaps.map(([gap, fields]): Posting => [(position += gap), fields]);
          const encoded = encode(postings);
          expect(decode(encoded)).toEqual(postings);
          expect(encoded).not.toMatch(/[\s"\\*]/);
        }),
        { numRuns: runsOf(300), seed: 1 },
      );
    expect(attempt).not.toThrow();
  });

  test('that are left out are a number of articles', () => {
    expect(omittedCount(encodeOmitted(31_415))).toBe(31_415);
    expect(omittedCount(encode([[0, FIELD.title]]))).toBeUndefined();
    expect(omittedCount('')).toBeUndefined();
  });

  test('of a damaged text are as many as its digits at most', () => {
    for (const damaged of ['_'.repeat(10_000), '0'.repeat(10_000), '\ud800 漢\0*?!', `${'_'.repeat(500)}0`])
      expect(decode(damaged).length).toBeLessThanOrEqual(damaged.length);
  });
});
