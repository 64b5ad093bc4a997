import { articleFile, eventFile, headFile, pageFile } from '../edition-files.ts';
import type { Route } from './routes.ts';

/** The data file that the page of a route shows. `undefined` for pages that are the same in every edition. */
export function dataFileOf(route: Route): string | undefined {
  if (route.page === 'article') return articleFile(route.slug);
  if (route.page === 'event') return eventFile(route.slug);
  if (route.page === 'collection') return headFile(route.collection);
  if (route.page === 'archive') return pageFile(route.collection, route.number);
  return undefined;
}
