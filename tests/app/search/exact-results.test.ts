// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { IndexSource } from '../../../src/app/search/index/index-source.ts';
import { createStoryTest, type SearchedStory } from '../../../src/app/search/matching/story-test.ts';
import { encodeOmitted, SEARCH_FORMAT } from '../../../src/model/search/search-index.ts';
import type { Segment } from '../../../src/pipeline/output/search/build-segment.ts';
import { runsOf } from '../../support/property-runs.ts';
import {
  COMPOUNDS,
  pick,
  type Random,
  randomFrom,
  randomStories,
  UNSPACED,
  WORDS,
} from '../../support/random-stories.ts';
import { manyTitles, search, sourceFrom, sourceOf, storiesOf, storyOf } from '../../support/search-source.ts';

describe('stories of which the index does not know whether they match', () => {
  const stories = storiesOf([
    'Change in the climate',
    'The climate change report',
    '中国人在日本',
    '日本在中国',
    ...manyTitles(20),
  ]);
  const source = sourceOf(stories);

  const matching = async (query: string): Promise<string[]> => {
    const outcome = await search(source, query);
    const isMatch = createStoryTest(outcome);
    const found = outcome.positions.flatMap((position) => stories[position] ?? []);
    return found.filter((story) => outcome.isExact || isMatch(story)).map(({ title }) => title);
  };

  test('are tested for a phrase', async () => {
    expect(await search(source, '"climate change"')).toMatchObject({ isExact: false, positions: [1, 0] });
    expect(await matching('"climate change"')).toEqual(['The climate change report']);
  });

  test('are tested for a word of a script without spaces that has more than two characters', async () => {
    expect(await search(source, '中国人')).toMatchObject({ isExact: false });
    expect(await matching('中国人')).toEqual(['中国人在日本']);
  });

  test('are tested for a phrase that is excluded', async () => {
    expect(await search(source, 'climate -"climate change"')).toMatchObject({ isExact: false, positions: [1, 0] });
    expect(await matching('climate -"climate change"')).toEqual(['Change in the climate']);
  });

  test('are tested for an excluded word of a script without spaces', async () => {
    expect(await matching('日本 -在中国')).toEqual(['中国人在日本']);
  });

  test('are not there for single words', async () => {
    for (const query of ['climate', 'climate change', 'clim', 'climate -report', '"climate"', '中国', '国'])
      expect(await search(source, query), query).toMatchObject({ isExact: true });
  });
});

describe('a word in most stories of a large segment', () => {
  const omitted = (count: number): IndexSource => {
    const segment: Segment = { shards: [['0the 0zebra', `${encodeOmitted(3)} 1`]], words: [], starts: 't' };
    const range = { at: 0, count, version: '', newestAt: '', starts: 't' };
    return sourceFrom({ format: SEARCH_FORMAT, total: count, segments: [range] }, [segment]);
  };

  test('alone finds all stories of the segment, to be tested', async () => {
    expect(await search(omitted(4), 'the')).toMatchObject({ positions: [3, 2, 1, 0], isExact: false });
  });

  test('is optional beside a rare word, so that nothing is to be tested', async () => {
    expect(await search(omitted(4), 'the zebra')).toMatchObject({ positions: [1], isExact: true });
  });

  test('excludes no story before it is tested', async () => {
    expect(await search(omitted(4), 'zebra -the')).toMatchObject({ positions: [1], isExact: false });
  });

  test('is one of the words of which a story must have any, if no story has all', async () => {
    const outcome = await search(omitted(4), 'the quux');
    expect(outcome).toMatchObject({ positions: [3, 2, 1, 0], match: 'any', isExact: false });
    expect(createStoryTest(outcome)(storyOf('The end'))).toBe(true);
    expect(createStoryTest(outcome)(storyOf('An end'))).toBe(false);
  });
});

/*
 * The index finds the stories that a test of every story finds: those of its own accord if it is exact, or else among
 * others. `PROPERTY_RUNS=100` tries 3,000 queries.
 */
test('for any query the index finds the stories that hold it', async () => {
  for (let round = 0; round < runsOf(ROUNDS); round += 1) {
    const next = randomFrom(1_000_000 + round);
    const stories = randomStories(next);
    const source = sourceOf(stories);
    for (let count = 0; count < QUERIES; count += 1) {
      const query = randomQuery(next);
      const outcome = await search(source, query);
      const isMatch = createStoryTest(outcome);
      const matching = [...stories.keys()].filter((position) => isMatch(stories[position] as SearchedStory));
      const found = outcome.positions.toSorted((a, b) => a - b);
      const message = `round ${round}: ${query}`;
      if (outcome.isExact) expect(found, message).toEqual(matching);
      else
        expect(
          matching.filter((position) => !outcome.positions.includes(position)),
          message,
        ).toEqual([]);
    }
  }
});

const ROUNDS = 1;
const QUERIES = 30;

function randomQuery(next: Random): string {
  const part = (): string => {
    const kind = next(5);
    if (kind === 0) return pick(WORDS, next);
    if (kind === 1) return pick(COMPOUNDS, next);
    if (kind === 2) return pick(UNSPACED, next) + (next(3) === 0 ? pick(UNSPACED, next) : '');
    const phrase = Array.from({ length: 2 + next(2) }, () => pick(next(6) > 0 ? WORDS.slice(0, 12) : UNSPACED, next));
    return `"${phrase.join(' ')}"`;
  };
  return Array.from({ length: 1 + next(3) }, () => (next(5) === 0 ? '-' : '') + part()).join(' ');
}
