import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { shardOf } from '../../../../src/app/search/index/find-shards.ts';
import { decodeTerms, omittedCount, visitPostings } from '../../../../src/model/search/search-index.ts';
import { termsOf } from '../../../../src/model/search/terms.ts';
import { buildSegment, type Segment } from '../../../../src/pipeline/output/search/build-segment.ts';
import { compareCodeUnits } from '../../../../src/pipeline/util/compare-code-units.ts';
import { OTHER_LANGUAGES, random, SITE_LANGUAGE, textOf } from '../../../bench/vocabulary.ts';

type Terms = ReadonlyMap<string, number>;

const articleOf = (...terms: string[]): Terms => new Map(terms.map((term) => [term, 2]));

const termsIn = ({ shards }: Segment): string[][] => shards.map(([terms]) => decodeTerms(terms));

/** The positions of each term. */
function indexOf({ shards }: Segment): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [terms, postings] of shards) {
    const encoded = postings.split(' ');
    for (const [at, term] of decodeTerms(terms).entries()) {
      const positions: number[] = [];
      visitPostings(encoded[at] ?? '', (position) => positions.push(position));
      index.set(
        term,
        positions.sort((a, b) => a - b),
      );
    }
  }
  return index;
}

/** Articles of 15 words each, one of five in another language. */
function manyArticles(count: number): Terms[] {
  const next = random(1);
  return Array.from({ length: count }, (_, index) => {
    const language = index % 5 === 0 ? OTHER_LANGUAGES[(index / 5) % OTHER_LANGUAGES.length] : undefined;
    const terms = termsOf(textOf(language ?? SITE_LANGUAGE, 15, next));
    return new Map([...terms].map((term, place) => [term, 1 + (place % 7)]));
  });
}

const articles = manyArticles(4_096);
const segment = buildSegment(articles);

/** How many shards of a segment are in none of another one, byte for byte. */
function changedShards(before: Segment, after: Segment): number {
  const known = new Set(before.shards.map((shard) => JSON.stringify(shard)));
  return after.shards.filter((shard) => !known.has(JSON.stringify(shard))).length;
}

describe('a large segment', () => {
  test('has every term once, in the order of the code units', () => {
    const all = [...new Set(articles.flatMap((terms) => [...terms.keys()]))];
    expect(termsIn(segment).flat()).toEqual(all.sort(compareCodeUnits));
  });

  test('has the positions of every term, unless they are left out', () => {
    const expected = new Map<string, number[]>();
    for (const [position, terms] of articles.entries()) {
      for (const term of terms.keys()) {
        const positions = expected.get(term);
        if (positions) positions.push(position);
        else expected.set(term, [position]);
      }
    }
    const index = indexOf(segment);
    const written = [...expected].filter(([, positions]) => positions.length <= articles.length * 0.3);
    expect(written.length).toBeGreaterThan(5_000);
    expect(written.filter(([term, positions]) => index.get(term)?.join() !== positions.join())).toEqual([]);
  });

  test('has as many postings as terms in each shard', () => {
    for (const [terms, postings] of segment.shards) expect(postings.split(' ').length).toBe(decodeTerms(terms).length);
  });

  test('has each term in the shard that the starts say', () => {
    expectEachInItsShard(segment);
  });

  test('has starts that are as short as they can be', () => {
    const terms = termsIn(segment);
    for (const [index, start] of segment.starts.split(' ').entries()) {
      const before = terms[index - 1]?.at(-1) ?? '';
      expect(start > before).toBe(true);
      expect(terms[index]?.[0]?.startsWith(start)).toBe(true);
      expect(Array.from(start).slice(0, -1).join('') > before).toBe(false);
    }
  });

  test('has no shard over 25 KB, compressed', () => {
    const sizes = segment.shards.map((shard) => gzipSync(JSON.stringify(shard)).length);
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.max(...sizes)).toBeLessThan(25_000);
  });

  test('has the same bytes for the same articles, in whatever order they name their words', () => {
    const turned = articles.map((terms) => new Map([...terms].toReversed()));
    expect(buildSegment(turned)).toEqual(segment);
  });

  test.each(['aaaa', '東𠮷'])('rewrites three shards at most for one more word, %s', (word) => {
    const edited = articles.with(2_000, new Map([...(articles[2_000] ?? []), [word, 1]]));
    expect(changedShards(segment, buildSegment(edited))).toBeLessThanOrEqual(3);
  });

  test('rewrites the shards of the words of a changed article, and few others', () => {
    const edited = articles.with(2_000, articleOf('aaaa', 'mmmm'));
    const words = ['aaaa', 'mmmm', ...(articles[2_000]?.keys() ?? [])];
    const built = buildSegment(edited);
    const touched = termsIn(built).filter((terms) => words.some((word) => terms.includes(word))).length;
    expect(changedShards(segment, built)).toBeLessThanOrEqual(touched + 2);
  });

  test('rewrites the shards of the words of one more article, and few others', () => {
    const built = buildSegment([...articles, articleOf('aaaa', 'mmmm', 'zzzz')]);
    expect(changedShards(segment, built)).toBeLessThanOrEqual(6);
  });
});

describe('a small segment', () => {
  test('is one shard', () => {
    expect(buildSegment([articleOf('snow', 'rain'), articleOf('snow')])).toEqual({
      shards: [['0rain 0snow', '0 00']],
      words: ['0rain 0snow'],
      starts: 'r',
    });
  });

  test('writes all positions of a word that is in every article', () => {
    expect(indexOf(buildSegment(Array.from({ length: 256 }, () => articleOf('the')))).get('the')).toHaveLength(256);
  });

  test('whose articles have no terms is one empty shard, so that there is one to fetch', () => {
    expect(buildSegment([new Map()])).toEqual({ shards: [['', '']], words: [], starts: '' });
  });
});

test('a word in more than 30 % of a large segment has the number of its articles instead of positions', () => {
  const common = Array.from({ length: 4_096 }, (_, index) =>
    articleOf(index % 3 === 0 ? 'third' : 'x', index % 4 === 0 ? 'fourth' : 'y'),
  );
  const [[terms = '', postings = ''] = []] = buildSegment(common).shards;
  const counts = decodeTerms(terms).map((term, index) => [term, omittedCount(postings.split(' ')[index] ?? '')]);
  expect(counts).toEqual([
    ['fourth', undefined],
    ['third', 1_366],
    ['x', 2_730],
    ['y', 3_072],
  ]);
});

test('terms whose first characters have equal first halves are in the shards that the starts say', () => {
  const words = ['𠮷', '𠮸', '𠮷𠮸', '𠮸𠮷'].flatMap((start) =>
    Array.from({ length: 1_000 }, (_, index) => `${start}${index}`),
  );
  const built = buildSegment([articleOf(...words)]);
  expect(built.starts.isWellFormed()).toBe(true);
  expect(built.shards.length).toBeGreaterThan(4);
  expectEachInItsShard(built);
});

function expectEachInItsShard(built: Segment): void {
  const range = { at: 0, count: 1, version: '', newestAt: '', starts: built.starts };
  const found = termsIn(built).map((terms) => [...new Set(terms.map((term) => shardOf(range, term)))]);
  expect(found).toEqual(found.map((_, index) => [index]));
}
