// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { correctQuery } from '../../../../src/app/search/matching/correct-query.ts';
import type { WordScores } from '../../../../src/app/search/matching/word-scores.ts';
import { parseQuery, type QueryWord } from '../../../../src/app/search/query/parse-query.ts';
import { search, sourceOf, storyOf } from '../../../support/search-source.ts';

/** The titles that are found, the best first, and what is said about the query. */
async function outcomeOf(titles: readonly string[], query: string) {
  const all = [...titles, ...Array.from({ length: 10 }, (_, index) => `Nothing ${index}`)];
  const { positions, corrections, match } = await search(sourceOf(all.map(storyOf)), query);
  return {
    found: positions.map((position) => all[position]),
    said: corrections.map(({ from, to }) => `${from} → ${to}`),
    match,
  };
}

describe('a word that no story has is replaced', () => {
  test.each([
    ['with a wrong letter', 'guvernment', 'government'],
    ['with a letter too few', 'goverment', 'government'],
    ['with a letter too many', 'governnment', 'government'],
    ['with two letters swapped', 'govrenment', 'government'],
    ['with two wrong letters, from eight letters', 'guvernmant', 'government'],
    ['with a wrong first letter', 'povernment', 'government'],
    ['with two wrong letters of eight', 'muontaim', 'mountain'],
    ['of four letters', 'snwo', 'snow'],
    ['in another script', 'правителство', 'правительство'],
    ['without its umlaut, and with a wrong letter', 'grosenwahn', 'grossenwahn'],
  ])('%s', async (_, query, title) => {
    expect(await outcomeOf([title], query)).toEqual({ found: [title], said: [`${query} → ${title}`], match: 'all' });
  });

  test('but not in quotes', async () => {
    expect(await outcomeOf(['Snow'], '"snwo"')).toMatchObject({ found: [], said: [] });
  });

  test('while the other words stay', async () => {
    const titles = ['Government in London', 'Government in Paris'];
    expect(await outcomeOf(titles, 'goverment "paris"')).toEqual({
      found: ['Government in Paris'],
      said: ['goverment → government'],
      match: 'all',
    });
  });

  test('and another one, if no story has it either', async () => {
    expect(await outcomeOf(['Government in London'], 'goverment lodnon')).toEqual({
      found: ['Government in London'],
      said: ['goverment → government', 'lodnon → london'],
      match: 'all',
    });
  });

  test('by the nearest spelling', async () => {
    expect(await outcomeOf(['Container', 'Containers'], 'containrr')).toMatchObject({
      said: ['containrr → container'],
    });
  });
});

describe('a word is not replaced', () => {
  test.each([
    ['if it has three letters', 'sno', 'now'],
    ['if it has two wrong letters of seven', 'waethar', 'weather'],
    ['if it has three wrong letters', 'guvarnmant', 'government'],
    ['if it is Chinese', '中国', '中间'],
    ['if it is short, and the first letter is another', 'leath', 'death'],
  ])('%s', async (_, query, title) => {
    expect(await outcomeOf([title], query)).toEqual({ found: [], said: [], match: 'all' });
  });

  test('if a story has it', async () => {
    expect(await outcomeOf(['Goverment', 'Government'], 'goverment')).toMatchObject({ found: ['Goverment'], said: [] });
  });

  test('if it is the beginning of a word', async () => {
    expect(await outcomeOf(['Government'], 'govern')).toMatchObject({ found: ['Government'], said: [] });
  });

  test('if another ending of it is there', async () => {
    expect(await outcomeOf(['Governments'], '"x" government')).toMatchObject({ said: [] });
  });
});

test('two words are written as one', async () => {
  expect(await outcomeOf(['Database', 'Data'], 'data base')).toEqual({
    found: ['Database'],
    said: ['data base → database'],
    match: 'all',
  });
});

test('two of many words are written as one', async () => {
  const titles = ['Rain and snow and database and wind', 'Rain and wind'];
  expect(await outcomeOf(titles, 'rain snow data base "wind"')).toMatchObject({ said: ['data base → database'] });
});

test('a long query without stories looks up four other words at most', async () => {
  const { words } = parseQuery(Array.from({ length: 24 }, (_, index) => `w${index}`).join(' '));
  const none: WordScores = { scores: new Float32Array(1), positions: [], isUncertain: false, isPartial: false };
  const lookedUp: string[] = [];
  const score = async ({ text }: QueryWord): Promise<WordScores> => {
    lookedUp.push(text);
    return none;
  };
  await correctQuery({ words, searched: 1, source: sourceOf([storyOf('Snow')]), segments: [], score });
  expect(lookedUp.slice(24)).toEqual(['w0w1', 'w1w2', 'w2w3', 'w3w4']);
});

test('one word is written as two', async () => {
  expect(await outcomeOf(['Climate change', 'Climate', 'Change'], 'climatechange')).toEqual({
    found: ['Climate change'],
    said: ['climatechange → climate change'],
    match: 'all',
  });
});

describe('if no story has all words', () => {
  test('stories with any of them are found, those with more first', async () => {
    expect(await outcomeOf(['Snow', 'Rain', 'Snow and wind', 'Sun'], 'snow wind rain')).toEqual({
      found: ['Snow and wind', 'Rain', 'Snow'],
      said: [],
      match: 'any',
    });
  });

  test('excluded words stay excluded', async () => {
    expect(await outcomeOf(['Snow and ice', 'Rain'], 'snow rain -ice')).toMatchObject({
      found: ['Rain'],
      match: 'any',
    });
  });

  test('a word that no story has is left', async () => {
    expect(await outcomeOf(['Snow'], 'snow xyzzyxyzzy')).toEqual({ found: ['Snow'], said: [], match: 'any' });
  });
});

test('nothing is found for a word like no other', async () => {
  expect(await outcomeOf(['Snow'], 'xyzzyxyzzy')).toEqual({ found: [], said: [], match: 'all' });
});
