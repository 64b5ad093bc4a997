import type { QueryClient } from '@tanstack/react-query';
import { parseFilter, without } from '../../filter/address/filter.ts';
import { searchedStoriesQuery } from '../../filter/matching/searched-stories.ts';
import { resultRange } from './result-range.ts';

/** Starts the search of the address, before the page that shows its results is rendered. */
export function startSearch(client: QueryClient): void {
  if (typeof location === 'undefined') return;
  const address = parseFilter({ kind: 'all' }, location.search);
  const filter = { ...without(address, 'unread'), page: address.page };
  if (filter.query === undefined) return;
  const { from, to } = resultRange(filter, 0);
  client.query(searchedStoriesQuery(filter, from, to)).catch(ignore);
}

/** The page shows the error. */
function ignore(): void {}
