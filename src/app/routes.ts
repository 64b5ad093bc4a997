import type { Feed } from '../model/edition.ts';
import { encodePath, feedPath } from '../model/edition-files.ts';

/** What an address of the app shows. */
export type Route =
  | { page: 'feed'; feed: Feed }
  | { page: 'archive'; feed: Feed; number: number }
  | { page: 'article'; slug: string }
  | { page: 'settings' }
  | { page: 'not-found' };

/*
 * Permalinks: paths below the base path, percent-encoded, with a leading and a trailing slash.
 * Every link of the app is built by one of these.
 */

export const frontPath = '/';
export const settingsPath = '/settings/';
export const articlePath = (slug: string): string => `/articles/${encodePath(slug)}/`;
export const topicPath = (slug: string): string => `/topics/${encodeURIComponent(slug)}/`;
export const providerPath = (domain: string): string => `/providers/${encodeURIComponent(domain)}/`;

export const feedLink = (feed: Feed): string => (feed.kind === 'all' ? frontPath : `/${encodePath(feedPath(feed))}/`);

/** `page` counts from 1, the oldest. */
export const archivePath = (feed: Feed, page: number): string => `${feedLink(feed)}archive/${page}/`;

/** Reads a path below the base path. The trailing slash may be missing. */
export function parseRoute(path: string): Route {
  const segments = decodeSegments(path);
  if (!segments) return { page: 'not-found' };
  const [first, second] = segments;
  if (first === 'settings' && segments.length === 1) return { page: 'settings' };
  if (first === 'articles' && second) return { page: 'article', slug: segments.slice(1).join('/') };
  if (first === 'topics' && second) return feedRoute({ kind: 'topic', slug: second }, segments.slice(2));
  if (first === 'providers' && second) return feedRoute({ kind: 'provider', domain: second }, segments.slice(2));
  return feedRoute({ kind: 'all' }, segments);
}

function feedRoute(feed: Feed, rest: string[]): Route {
  if (rest.length === 0) return { page: 'feed', feed };
  const [archive, number = ''] = rest;
  if (archive === 'archive' && rest.length === 2 && /^[1-9]\d{0,6}$/.test(number)) {
    return { page: 'archive', feed, number: Number(number) };
  }
  return { page: 'not-found' };
}

/** `undefined` for a path whose percent-encoding is broken or that has an empty segment. */
function decodeSegments(path: string): string[] | undefined {
  const trimmed = path.replace(/^\/|\/$/g, '');
  if (trimmed === '') return [];
  try {
    const segments = trimmed.split('/').map(decodeURIComponent);
    return segments.includes('') ? undefined : segments;
  } catch {
    return undefined;
  }
}
