import type { QueryClient } from '@tanstack/react-query';
import { type Filter, parseFilter, without } from '../../../filter/address/filter.ts';
import { searchedStoriesQuery } from '../../../filter/matching/searched-stories.ts';
import { resultRange } from './result-range.ts';

/** The filter of an address without what only the reader's own data know: which stories are unread. */
export const searchedFilter = (address: Filter): Filter => ({ ...without(address, 'unread'), page: address.page });

/** Starts a search before the page that shows its results is rendered. */
export function startSearch(client: QueryClient, address: Filter): void {
  if (address.query === undefined) return;
  const filter = searchedFilter(address);
  const { from, first } = resultRange(filter, 0);
  client.query(searchedStoriesQuery(filter, from, first)).catch(ignore);
}

/** Starts the search of the current address. */
export function startSearchOfAddress(client: QueryClient): void {
  if (typeof location !== 'undefined') startSearch(client, parseFilter({ kind: 'all' }, location.search));
}

/** The page shows the error. */
function ignore(): void {}
