import type { QueryClient } from '@tanstack/react-query';
import { COPY_SEARCH } from '../../model/permalinks.ts';
import { archiveQuery, articleQuery, findSummary } from '../data/queries.ts';
import { parseRoute, type Route } from '../navigation/routes.ts';
import { lazyPageOf } from './lazy-pages.tsx';

/**
 * Loads what the page of an address needs before it has a title and a heading: its code, and for some its data. `undefined`
 * if all of that is there. Never rejects: the page shows what has failed.
 */
export function preparePage(client: QueryClient, address: string): Promise<unknown> | undefined {
  const [path = ''] = address.split('?');
  const search = address.slice(path.length);
  const route = parseRoute(path);
  const page = lazyPageOf(route.page, search);
  const code = page && !page.isLoaded() ? page.preload() : undefined;
  const data = search === COPY_SEARCH ? undefined : fetchMissing(client, route);
  return code || data ? Promise.allSettled([code, data]) : undefined;
}

function fetchMissing(client: QueryClient, route: Route): Promise<unknown> | undefined {
  if (route.page === 'article' && !findSummary(client, route.slug)) {
    const query = articleQuery(route.slug);
    if (!client.getQueryData(query.queryKey)) return client.query(query);
  }
  if (route.page === 'archive') {
    const query = archiveQuery(route.collection, route.number);
    if (!client.getQueryData(query.queryKey)) return client.query(query);
  }
  return undefined;
}
