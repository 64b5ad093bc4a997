// @vitest-environment node
import MiniSearch, { type Query } from 'minisearch';
import { expect, test } from 'vitest';
import type { SearchedStory } from '../../../src/app/search/matching/story-test.ts';
import { otherEndings } from '../../../src/app/search/query/word-endings.ts';
import { MIN_PREFIX } from '../../../src/app/search/query/word-test.ts';
import { termsOf } from '../../../src/model/search/terms.ts';
import { runsOf } from '../../support/property-runs.ts';
import { pick, type Random, randomFrom, randomStories, UNSPACED, WORDS } from '../../support/random-stories.ts';
import { search, sourceOf } from '../../support/search-source.ts';

/*
 * Our index finds the stories that MiniSearch finds with our terms. The rounds have fixed seeds. Each searches new random
 * stories: `PROPERTY_RUNS=34` tries more than 10,000 queries.
 */

const ROUNDS = 4;
const QUERIES = 75;

test('a query finds every story with all of its words, and no other', async () => {
  const attempts = { all: 0, any: 0, corrected: 0 };
  for (let round = 0; round < runsOf(ROUNDS); round += 1) {
    const next = randomFrom(round);
    const stories = randomStories(next);
    const source = sourceOf(stories);
    const oracle = createOracle(stories);
    for (let count = 0; count < QUERIES; count += 1) {
      const parts = randomQuery(next);
      const text = parts.map((part) => part.text).join(' ');
      const { positions, match, corrections, isPartial } = await search(source, text);
      const expected = expectedOf(oracle, stories.length, parts);
      const message = `round ${round}: ${text}`;
      expect(isPartial, message).toBe(false);
      if (corrections.length > 0) {
        attempts.corrected += 1;
        expect(expected.match === 'any' || expected.positions.length === 0, message).toBe(true);
        continue;
      }
      attempts[match] += 1;
      expect({ match, positions: positions.toSorted((a, b) => a - b) }, message).toEqual(expected);
    }
  }
  // The queries try all cases.
  expect(attempts.all).toBeGreaterThan(100);
  expect(attempts.any).toBeGreaterThan(10);
});

/** A part of a query, and what it means for MiniSearch. */
interface Part {
  text: string;
  kind: 'word' | 'excluded';
  query: Query;
}

function randomQuery(next: Random): Part[] {
  const parts = Array.from({ length: 1 + next(4) }, () => randomPart(next));
  const last = next(2) === 0 ? quoted(pick(WORDS, next)) : prefix(pick(WORDS, next), next);
  return next(8) === 0 ? parts.filter(({ kind }) => kind === 'excluded').concat(excluded('zebra')) : [...parts, last];
}

function randomPart(next: Random): Part {
  const kind = next(10);
  if (kind < 5) return word(pick(WORDS, next));
  if (kind < 7) return unspaced(pick(UNSPACED, next));
  return kind < 9 ? excluded(pick(WORDS, next)) : quoted(pick(WORDS, next));
}

const word = (text: string): Part => ({
  text,
  kind: 'word',
  query: anyOf([termOf(text), ...otherEndings(termOf(text))]),
});
const quoted = (text: string): Part => ({ text: `"${text}"`, kind: 'word', query: termOf(text) });
const excluded = (text: string): Part => ({ text: `-${text}`, kind: 'excluded', query: termOf(text) });

/** The beginning of a word, or all of it, as the last word of the query. */
function prefix(whole: string, next: Random): Part {
  const characters = Array.from(whole);
  const text = characters.slice(0, 1 + next(characters.length)).join('');
  const [term = '', ...others] = termsOf(text);
  if (others.length > 0) return word(whole);
  const { query } = word(text);
  if (term.length < MIN_PREFIX) return { text, kind: 'word', query };
  return { text, kind: 'word', query: anyOf([query, { queries: [term], prefix: true }]) };
}

function unspaced(text: string): Part {
  const [first = '', ...others] = termsOf(text);
  // A single character begins a pair, or is alone.
  const query = others.length === 0 ? { queries: [first], prefix: true } : allOf([first, ...others.slice(0, -1)]);
  return { text, kind: 'word', query };
}

const termOf = (text: string): string => [...termsOf(text)][0] ?? '';
const anyOf = (queries: Query[]): Query => ({ combineWith: 'OR', queries });
const allOf = (queries: Query[]): Query => ({ combineWith: 'AND', queries });
const without = (query: Query, others: Query[]): Query => ({ combineWith: 'AND_NOT', queries: [query, ...others] });

function createOracle(stories: readonly SearchedStory[]): MiniSearch {
  const oracle = new MiniSearch({
    fields: ['title', 'excerpt', 'names'],
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
    searchOptions: { tokenize: (term) => [term] },
  });
  oracle.addAll(
    stories.map(({ title, excerpt, topics, provider, authors = [] }, id) => ({
      id,
      title,
      excerpt,
      names: [...topics, ...(provider ? [provider] : []), ...authors].map(({ name }) => name).join('\n'),
    })),
  );
  return oracle;
}

/** What our search must find. Words in more than 30 % of the stories are optional, unless all of them are. */
function expectedOf(oracle: MiniSearch, total: number, parts: readonly Part[]) {
  const queriesOf = (kind: Part['kind']): Query[] =>
    parts.filter((part) => part.kind === kind).map(({ query }) => query);
  const idsOf = (query: Query): number[] => oracle.search(query).map(({ id }) => id as number);
  const words = queriesOf('word');
  const rare = words.filter((query) => idsOf(query).length <= total * 0.3);
  const all = words.length > 0 ? allOf(rare.length > 0 ? rare : words) : MiniSearch.wildcard;
  const match = idsOf(all).length > 0 || words.length === 1 ? 'all' : 'any';
  const found = idsOf(without(match === 'all' ? all : anyOf(words), queriesOf('excluded')));
  return { match, positions: found.sort((a, b) => a - b) };
}
