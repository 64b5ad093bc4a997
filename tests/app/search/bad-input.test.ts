// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStoryTest } from '../../../src/app/search/matching/story-test.ts';
import { lookupsOf } from '../../../src/app/search/matching/word-lookup.ts';
import { parseQuery } from '../../../src/app/search/query/parse-query.ts';
import { SEARCH_FORMAT } from '../../../src/model/search/search-index.ts';
import type { Segment } from '../../../src/pipeline/output/search/build-segment.ts';
import { runsOf } from '../../support/property-runs.ts';
import { oddText } from '../../support/search-arbitrary.ts';
import { manyTitles, search, sourceFrom, sourceOf, storiesOf } from '../../support/search-source.ts';

describe('any text', () => {
  const source = sourceOf([
    ...storiesOf(['Snow in the city', '中国 データ', 'C++ and C#', 'العربية']),
    ...storiesOf(manyTitles(300)),
  ]);

  const isValid = async (query: string): Promise<void> => {
    const { positions, isExact } = await search(source, query);
    expect(new Set(positions).size).toBe(positions.length);
    expect(positions.every((position) => position >= 0 && position < 304)).toBe(true);
    expect(isExact).toBeTypeOf('boolean');
  };

  test('is a valid query', async () => {
    const property = fc.asyncProperty(oddText, isValid);
    await expect(fc.assert(property, { numRuns: runsOf(300), seed: 1 })).resolves.toBeUndefined();
  });

  test.each([
    ['empty', ''],
    ['of spaces', ' \t\n\u00a0\u3000'],
    ['of signs', '!?…()[]{}<>|\\^$*+.-_=%&#@~`'],
    ['of quotes', '"""“„”'],
    ['of minus signs', '- -- --- -"'],
    ['of operators', 'topic: provider: after: before: -topic: topic:topic:topic:'],
    ['of half surrogate pairs', '\ud83d \udc00 \ud83da "\udc00'],
    ['in both directions', '\u202eabc العربية\u202c שלום abc \u2066x'],
    ['with NUL', 'snow\0 \0'],
    ['with names of properties', '__proto__ constructor toString hasOwnProperty'],
  ])('%s is a valid query', async (_, query) => {
    await expect(isValid(query)).resolves.toBeUndefined();
  });

  test.each([
    ['letters', 'a'],
    ['words', 'snow '],
    ['excluded words', '-a '],
    ['words in quotes', '"a b" '],
    ['Chinese characters', '中'],
    ['Chinese and Latin characters', '中a'],
    ['marks', '\u0301'],
    ['abbreviations', 'a.'],
    ['letters that fold to many', '\ufdfa'],
    ['opening quotes', '"a '],
    ['operators', 'topic:a '],
  ])('10,000 characters of %s are a valid query', async (_, part) => {
    await expect(isValid(part.repeat(10_000).slice(0, 10_000))).resolves.toBeUndefined();
  });
});

describe('a long query', () => {
  test.each([
    ['of Chinese', '中国データ'.repeat(200)],
    ['of Chinese and Latin words', '中a'.repeat(500)],
    ['of compounds', 'a-'.repeat(500)],
    ['of words', 'ab cd '.repeat(160)],
    ['of excluded words', '-ab -cd '.repeat(120)],
  ])('%s looks up a limited number of terms', (_, query) => {
    const { words, excluded } = parseQuery(query);
    expect([...words, ...excluded].flatMap(lookupsOf).length).toBeLessThanOrEqual(48);
  });

  test('without spaces finds the story that has the same text', async () => {
    const long = '中国人民银行今天宣布了一项新的货币政策以支持经济增长';
    const stories = storiesOf([long, long.slice(0, -1), long.slice(0, 6)]);
    const outcome = await search(sourceOf(stories), long);
    expect(outcome.isExact).toBe(false);
    const isMatch = createStoryTest(outcome);
    expect(stories.filter((story) => isMatch(story)).map(({ title }) => title)).toEqual([long]);
    expect(outcome.positions).toContain(0);
  });
});

describe('a damaged shard', () => {
  const found = async (postings: string, query = 'snow'): Promise<number[]> => {
    const segment: Segment = { shards: [[`0rain 0snow`, `0 ${postings}`]], words: [], starts: 'r' };
    const range = { at: 0, count: 3, version: '', newestAt: '', starts: 'r' };
    const source = sourceFrom({ format: SEARCH_FORMAT, total: 3, segments: [range] }, [segment]);
    return (await search(source, query)).positions;
  };

  test('as it should be finds its stories', async () => {
    expect(await found('00')).toEqual([1, 0]);
  });

  test('with positions behind the last article finds only articles', async () => {
    expect(await found('1zzzzzz')).toEqual([1]);
    expect(await found('_'.repeat(5_000))).toEqual([]);
    expect(await found(`0${'_'.repeat(5_000)}1`)).toEqual([0]);
  });

  test('with unknown signs finds only articles', async () => {
    for (const postings of ['', '?', '~0', '漢0', '\ud8000', '\0', '!', '!!!!', '-', ':_'])
      expect((await found(postings)).every((position) => position >= 0 && position < 3)).toBe(true);
  });

  test('with any postings finds only articles', async () => {
    const positions = fc.asyncProperty(fc.oneof(oddText, fc.string()), async (postings) => {
      const all = await found(postings.replaceAll(' ', ''));
      expect(all.every((position) => position >= 0 && position < 3)).toBe(true);
    });
    await expect(fc.assert(positions, { numRuns: runsOf(200), seed: 1 })).resolves.toBeUndefined();
  });
});
