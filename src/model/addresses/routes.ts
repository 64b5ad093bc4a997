import type { CollectionId, PageLabel } from '../edition.ts';
import { PAGE_PREFIX } from './permalinks.ts';

/** What an address of the app shows. */
export type Route =
  | { page: 'collection'; collection: CollectionId }
  | { page: 'archive'; collection: CollectionId; number: number }
  | { page: 'article'; slug: string }
  | { page: 'event'; slug: string }
  | { page: OwnPage }
  /** `slug`: of the page of the publisher that may be there, see `withPages`. */
  | { page: 'not-found'; slug?: string };

/** Pages that are the same in every edition. */
type OwnPage = 'settings' | 'hidden' | 'saved' | 'following' | 'search';

const OWN_PAGES: ReadonlyMap<string, OwnPage> = new Map([
  ['settings', 'settings'],
  ['settings/hidden', 'hidden'],
  ['saved', 'saved'],
  ['following', 'following'],
  ['search', 'search'],
]);

/** Parses a path below the base path. The trailing slash may be missing, and `index.html` may follow it. */
export function parseRoute(path: string): Route {
  const segments = decodeSegments(path);
  if (!segments) return { page: 'not-found' };
  const [first, second] = segments;
  const ownPage = OWN_PAGES.get(segments.join('/'));
  if (ownPage) return { page: ownPage };
  if (first === 'articles' && second) return { page: 'article', slug: segments.slice(1).join('/') };
  if (first === 'events' && second) return { page: 'event', slug: segments.slice(1).join('/') };
  if (first === 'topics' && second) return collectionRoute({ kind: 'topic', slug: second }, segments.slice(2));
  if (first === 'providers' && second) return collectionRoute({ kind: 'provider', domain: second }, segments.slice(2));
  const route = collectionRoute({ kind: 'all' }, segments);
  return route.page === 'not-found' ? { ...route, slug: PAGE_PREFIX + segments.join('/') } : route;
}

/** Whether a route is that of an article, not of a page of the publisher. */
export const isArticle = (route: Route): boolean => route.page === 'article' && !route.slug.startsWith(PAGE_PREFIX);

/** The route of an address in a site with these pages of the publisher. */
export function withPages(route: Route, pages: readonly Pick<PageLabel, 'slug'>[] = []): Route {
  const slug = route.page === 'not-found' ? route.slug : undefined;
  return slug !== undefined && pages.some((page) => page.slug === slug) ? { page: 'article', slug } : route;
}

/** Whether the query of a collection's address has a filter. Then `FilterPage` renders, not `CollectionPage`. */
export const hasFilter = (search: string): boolean =>
  /[?&](?:(?:topics|not|provider|lang|period|show|page)=.|sort=(?!(?:top|newest)(?:&|$)).)/.test(search);

/** The order that the address of the front page names, of those that are no filter. */
export const orderIn = (search: string): 'top' | 'newest' | undefined => {
  const [, order] = /[?&]sort=(top|newest)(?:&|$)/.exec(search) ?? [];
  return order as 'top' | 'newest' | undefined;
};

/** Whether that filter leaves stories out. A list in another order, or from another page on, has all of them. */
export const isNarrowed = (search: string): boolean => /[?&](topics|not|provider|lang|period|show)=./.test(search);

function collectionRoute(collection: CollectionId, rest: string[]): Route {
  if (rest.length === 0) return { page: 'collection', collection };
  const [archive, number = ''] = rest;
  if (archive === 'archive' && rest.length === 2 && /^[1-9]\d{0,6}$/.test(number)) {
    return { page: 'archive', collection, number: Number(number) };
  }
  return { page: 'not-found' };
}

/** `undefined` for a path whose percent-encoding is broken or that has an empty segment. */
function decodeSegments(path: string): string[] | undefined {
  const trimmed = path.replace(/\/index\.html$/, '').replace(/^\/|\/$/g, '');
  if (trimmed === '') return [];
  try {
    const segments = trimmed.split('/').map(decodeURIComponent);
    return segments.includes('') ? undefined : segments;
  } catch {
    return undefined;
  }
}
