import type { QueryClient } from '@tanstack/react-query';
import { hasFilter, parseRoute, withPages } from '../../model/addresses/routes.ts';
import { withoutBasePath } from '../data/base-path.ts';
import { articleQuery, editionQuery, eventQuery, headQuery, siteQuery, topQuery } from '../data/queries.ts';
import { preloadComponent } from '../loading/component-loaders.ts';
import { isDataSaverOn } from '../reader/settings/data-saver.ts';

/** A pointer that only crosses a link leaves it sooner than this. */
const HOVER_DELAY_MS = 100;

/** Prefetches the data of a link's page when the pointer rests on the link, or presses it. */
export function prefetchLinks(client: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (type: string, delay: number): void => {
    document.addEventListener(
      type,
      ({ target }) => {
        clearTimeout(timer);
        const link = target instanceof Element ? target.closest('a') : null;
        if (link?.host === location.host && !isDataSaverOn()) timer = setTimeout(() => prefetch(client, link), delay);
      },
      { passive: true },
    );
  };
  listen('pointerover', HOVER_DELAY_MS);
  listen('pointerdown', 0);
}

function prefetch(client: QueryClient, { pathname, search }: HTMLAnchorElement): void {
  const { pages } = client.getQueryData(siteQuery().queryKey) ?? {};
  const route = withPages(parseRoute(withoutBasePath(pathname)), pages);
  if (route.page === 'collection' && !hasFilter(search)) {
    client.query(headQuery(route.collection)).catch(ignore);
    if (route.collection.kind === 'all') prefetchFrontPage(client).catch(ignore);
  }
  // Its module also loads the engine.
  if (route.page === 'search') void preloadComponent('search-page');
  if (route.page === 'event') client.query(eventQuery(route.slug)).catch(ignore);
  if (route.page === 'article') client.query(articleQuery(route.slug)).catch(ignore);
}

async function prefetchFrontPage(client: QueryClient): Promise<void> {
  const { order } = await client.query(editionQuery());
  if (order !== 'top') return;
  void preloadComponent('top-stories');
  await client.query(topQuery());
}

/** If the prefetch fails, following the link fetches again and shows the error. */
function ignore(): void {}
