import type { QueryClient } from '@tanstack/react-query';
import { COPY_SEARCH } from '../../model/addresses/permalinks.ts';
import { parseRoute, type Route, withPages } from '../../model/addresses/routes.ts';
import { archiveQuery, articleQuery, eventQuery, findSummary, siteQuery } from '../data/queries.ts';
import { lazyPageOf } from './lazy-pages.tsx';

/**
 * Loads what the page of an address needs before it has a title and a heading: its code, and for some its data. `undefined`
 * if all of that is there. Never rejects: the page shows what has failed.
 */
export function preparePage(client: QueryClient, address: string): Promise<unknown> | undefined {
  const [path = ''] = address.split('?');
  const search = address.slice(path.length);
  const route = withPages(parseRoute(path), client.getQueryData(siteQuery().queryKey)?.pages);
  const page = lazyPageOf(route.page, search);
  const code = page && !page.isLoaded() ? page.preload() : undefined;
  const data = search === COPY_SEARCH ? undefined : fetchMissing(client, route);
  return code || data ? Promise.allSettled([code, data]) : undefined;
}

function fetchMissing(client: QueryClient, route: Route): Promise<unknown> | undefined {
  const isAbsent = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => !client.getQueryData(queryKey);
  if (route.page === 'article' && !findSummary(client, route.slug)) {
    const query = articleQuery(route.slug);
    return isAbsent(query) ? client.query(query) : undefined;
  }
  if (route.page === 'archive') {
    const query = archiveQuery(route.collection, route.number);
    return isAbsent(query) ? client.query(query) : undefined;
  }
  if (route.page === 'event') {
    const query = eventQuery(route.slug);
    return isAbsent(query) ? client.query(query) : undefined;
  }
  return undefined;
}
