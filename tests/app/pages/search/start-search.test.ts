import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../../src/app/data/create-query-client.ts';
import { type Filter, parseFilter } from '../../../../src/app/filter/address/filter.ts';
import { type SearchedStories, searchedStoriesQuery } from '../../../../src/app/filter/matching/searched-stories.ts';
import { resultRange } from '../../../../src/app/pages/search/results/result-range.ts';
import { startSearch } from '../../../../src/app/pages/search/results/start-search.ts';

const filterOf = (query: string): Filter => parseFilter({ kind: 'all' }, `?q=${query}`);

/** Starts a search whose first results are there, and returns whether the others are fetched. */
async function fetchesOthers({ query, address }: { query: string; address: string }): Promise<boolean> {
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  const client = createQueryClient();
  const filter = filterOf(query);
  const { from, first, to } = resultRange(filter, 0);
  const keyOf = (end: number) => searchedStoriesQuery(filter, from, end).queryKey;
  const firstStories: SearchedStories = { link: '', articles: [], total: 20, missing: 0, hasMore: true };
  client.setQueryData(keyOf(first), firstStories);
  startSearch(client, filter);
  history.replaceState(null, '', `/search/?q=${address}`);
  await new Promise((resolve) => setTimeout(resolve));
  return client.getQueryState(keyOf(to)) !== undefined;
}

afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

test('the other results are fetched as soon as the first ones are there', async () => {
  expect(await fetchesOthers({ query: 'harbour', address: 'harbour' })).toBe(true);
});

test('the other results of a query are not fetched if the address has another one', async () => {
  expect(await fetchesOthers({ query: 'harb', address: 'harbour' })).toBe(false);
});
