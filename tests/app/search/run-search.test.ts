// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { shardOf } from '../../../src/app/search/index/find-shards.ts';
import { type IndexSource, StaleIndexError } from '../../../src/app/search/index/index-source.ts';
import type { SearchSegment } from '../../../src/model/search/search-index.ts';
import { manyTitles, search, sourceOf, storiesOf } from '../../support/search-source.ts';

/** 258 stories in two segments. The last two are in the second one. */
const twoSegments = sourceOf(storiesOf(['Old snow', 'Old rain', ...manyTitles(254), 'New snow', 'New rain']));

/** The source, except that the shards of a segment reject. */
const failing = (source: IndexSource, at: number, error: Error = new Error('offline')): IndexSource => ({
  ...source,
  shard: (segment, index) => (segment.at === at ? Promise.reject(error) : source.shard(segment, index)),
});

describe('when files cannot be fetched', () => {
  test('the other segments are searched, and the outcome names those that are not', async () => {
    const { positions, unsearched } = await search(failing(twoSegments, 0), 'snow');
    expect(positions).toEqual([256]);
    expect(unsearched.map(({ at, count }) => [at, count])).toEqual([[0, 256]]);
  });

  test('a segment with all files is searched', async () => {
    const { positions, unsearched } = await search(twoSegments, 'snow');
    expect(positions).toEqual([256, 0]);
    expect(unsearched).toEqual([]);
  });

  test('a search for stories without a word does not find stories that were not searched', async () => {
    const { positions } = await search(failing(twoSegments, 0), '-snow');
    expect(positions).toEqual([257]);
  });

  test('a search rejects if no segment can be fetched', async () => {
    const source = failing(failing(twoSegments, 0), 256, new Error('unreachable'));
    await expect(search(source, 'snow')).rejects.toThrow('offline');
  });

  test('a search rejects if a segment is of another edition', async () => {
    await expect(search(failing(twoSegments, 256, new StaleIndexError('x')), 'snow')).rejects.toThrow(StaleIndexError);
  });

  test('a missing list of frequent words corrects no words, and is no failure', async () => {
    const source = { ...twoSegments, words: () => Promise.reject(new Error('offline')) };
    expect(await search(source, 'qqqqqqqq')).toMatchObject({ positions: [], corrections: [] });
  });

  test('a correction that cannot be looked up is left out', async () => {
    const source = sourceOf(storiesOf(['zeppelin', ...manyTitles(255)]));
    const [segment] = source.manifest.segments as [SearchSegment];
    const [typed, corrected] = [shardOf(segment, 'aeppelin'), shardOf(segment, 'zeppelin')];
    expect(corrected).toBeGreaterThan(typed);
    expect(await search(source, 'aeppelin')).toMatchObject({ corrections: [{ from: 'aeppelin', to: 'zeppelin' }] });
    const partial: IndexSource = {
      ...source,
      shard: (of, index) => (index === corrected ? Promise.reject(new Error('offline')) : source.shard(of, index)),
    };
    expect(await search(partial, 'aeppelin')).toMatchObject({ positions: [], corrections: [], unsearched: [] });
  });
});

describe('an unfinished word that begins very many words', () => {
  const titles = Array.from({ length: 200 }, (_, index) =>
    Array.from({ length: 30 }, (_each, word) => `sn${index}x${word}`).join(' '),
  );
  const source = sourceOf(storiesOf(titles));

  test('is looked up in four shards of each segment, and the outcome says so', async () => {
    const fetched = new Set<number>();
    const counting: IndexSource = {
      ...source,
      shard: (segment, index) => {
        fetched.add(index);
        return source.shard(segment, index);
      },
    };
    const { isPartial, positions } = await search(counting, 'sn');
    expect(isPartial).toBe(true);
    expect(positions.length).toBeGreaterThan(20);
    expect(fetched.size).toBeLessThanOrEqual(4);
  });

  test('is looked up completely when it has more letters', async () => {
    expect(await search(source, 'sn100x')).toMatchObject({ isPartial: false, positions: [100] });
  });
});

describe('an index of an edition with little in it', () => {
  test('without articles finds nothing', async () => {
    const source = sourceOf([]);
    expect(source.manifest.segments).toEqual([]);
    for (const query of ['snow', '"deep snow"', '中国', '-snow', 'snow -rain'])
      expect(await search(source, query)).toMatchObject({ positions: [], corrections: [], unsearched: [] });
  });

  test('whose only article has no words finds nothing, or the article if a word is excluded', async () => {
    const source = sourceOf(storiesOf(['🎉 !!!']));
    expect(await search(source, 'snow')).toMatchObject({ positions: [], unsearched: [] });
    expect(await search(source, '-snow')).toMatchObject({ positions: [0], unsearched: [] });
  });

  test('finds the others beside a newest article without words, alone in its segment', async () => {
    const source = sourceOf(storiesOf(['Snow', ...manyTitles(255), '…']));
    expect(source.manifest.segments.map(({ count }) => count)).toEqual([256, 1]);
    expect(await search(source, 'snow')).toMatchObject({ positions: [0], unsearched: [] });
    expect(await search(source, 'snaw')).toMatchObject({ positions: [0], corrections: [{ from: 'snaw', to: 'snow' }] });
  });
});
