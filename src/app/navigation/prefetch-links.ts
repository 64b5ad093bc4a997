import type { QueryClient } from '@tanstack/react-query';
import { withoutBasePath } from '../data/base-path.ts';
import { articleQuery, headQuery } from '../data/queries.ts';
import { isDataSaverOn } from '../reader/data-saver.ts';
import { hasFilter, parseRoute } from './routes.ts';

/** So long a pointer rests on a link that is meant; passing over many, it rests on none. */
const REST_MS = 100;

/** Fetches what a link leads to as soon as the reader seems to mean it. */
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
  listen('pointerover', REST_MS);
  listen('pointerdown', 0);
}

function prefetch(client: QueryClient, { pathname, search }: HTMLAnchorElement): void {
  const route = parseRoute(withoutBasePath(pathname));
  if (route.page === 'collection' && !hasFilter(search)) client.query(headQuery(route.collection)).catch(ignore);
  if (route.page === 'article') client.query(articleQuery(route.slug)).catch(ignore);
}

/** Following the link will ask again, and say what is wrong. */
function ignore(): void {}
