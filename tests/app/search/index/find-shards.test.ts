// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { postingsOf, shardOf, termsFrom } from '../../../../src/app/search/index/find-shards.ts';

const segment = (starts: string) => ({ at: 0, count: 1, version: '', newestAt: '', starts });

describe('the shard of a term', () => {
  test.each([
    ['before the first start', '0', 0],
    ['at a start', 'm', 1],
    ['between two starts', 'mz', 1],
    ['before a start', 'lzzz', 0],
    ['at the last start', 't', 2],
    ['after the last start', 'zzz', 2],
    ['above the surrogates', '\uff9f', 2],
  ])('%s', (_, term, expected) => {
    expect(shardOf(segment('a m t'), term)).toBe(expected);
  });

  test('is in the order of code units: 𠮷 is before 﨑', () => {
    expect(shardOf(segment('a 𠮷 \ufa11'), '𠮸')).toBe(1);
    expect(shardOf(segment('a 𠮷 \ufa11'), '\ufa12')).toBe(2);
  });

  test('is the first if there are no starts', () => {
    expect(shardOf(segment(''), 'snow')).toBe(0);
  });
});

describe('in a shard', () => {
  const shard = { terms: ['a', 'snow', 'snowfall', 'snows', 'sun'], postings: ['1', '2', '3', '4', '5'] };

  test('a term has its postings, and others have none', () => {
    expect(shard.terms.map((term) => postingsOf(shard, term))).toEqual(shard.postings);
    expect(['', '0', 'sno', 'snowy', 'z'].map((term) => postingsOf(shard, term))).toEqual(Array(5).fill(undefined));
  });

  test.each([
    ['sno', ['snow', 'snowfall', 'snows']],
    ['snow', ['snow', 'snowfall', 'snows']],
    ['snows', ['snows']],
    ['a', ['a']],
    ['', ['a', 'snow', 'snowfall', 'snows', 'sun']],
    ['0', []],
    ['sz', []],
    ['z', []],
  ])('the terms that begin with "%s"', (start, expected) => {
    expect([...termsFrom(shard, start)].map(([term]) => term)).toEqual(expected);
  });

  test('without terms nothing is found', () => {
    const empty = { terms: [''], postings: [''] };
    expect(postingsOf(empty, 'snow')).toBeUndefined();
    expect([...termsFrom(empty, 'snow')]).toEqual([]);
  });
});
