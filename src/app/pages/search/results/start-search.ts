import type { QueryClient } from '@tanstack/react-query';
import { type Filter, parseFilter, without } from '../../../filter/address/filter.ts';
import { searchedStoriesQuery } from '../../../filter/matching/searched-stories.ts';
import { resultRange } from './result-range.ts';

/** The filter of an address without what only the reader's own data know: which stories are unread. */
export const searchedFilter = (address: Filter): Filter => ({ ...without(address, 'unread'), page: address.page });

/**
 * Starts a search before the page that shows its results is rendered. The other results are fetched after the first
 * ones, but before these are rendered, if the address still has this query.
 */
export function startSearch(client: QueryClient, address: Filter): void {
  if (address.query === undefined) return;
  const filter = searchedFilter(address);
  const { from, first, to } = resultRange(filter, 0);
  const fetchUntil = (end: number) => client.query(searchedStoriesQuery(filter, from, end));
  fetchUntil(first)
    .then(() => (filterOfAddress().query === address.query ? fetchUntil(to) : undefined))
    .catch(ignore);
}

/** Starts the search of the current address. */
export function startSearchOfAddress(client: QueryClient): void {
  if (typeof location !== 'undefined') startSearch(client, filterOfAddress());
}

const filterOfAddress = (): Filter => parseFilter({ kind: 'all' }, location.search);

/** The page shows the error. */
function ignore(): void {}
