import type { CollectionId } from '../edition.ts';
import { collectionKey, encodePath } from '../edition-files.ts';

/*
 * Permalinks: paths relative to the base path, percent-encoded, with a leading and a trailing slash. Every link to a
 * page of this site is built by one of these functions. A prerendered page is the `index.html` in the folder of that
 * name.
 */

export const frontPath = '/';
/** The front page in an order. `standard` is that of the address without one. */
export const orderedFrontPath = (order: 'top' | 'newest', standard: 'top' | 'newest'): string =>
  order === standard ? frontPath : `${frontPath}?sort=${order}`;
/** The query of an article's address that shows the copy that the reader has saved. */
export const COPY_SEARCH = '?copy';
export const settingsPath = '/settings/';
export const hiddenPath = '/settings/hidden/';
export const savedPath = '/saved/';
export const followingPath = '/following/';
export const searchPath = '/search/';
/** The pages of what the reader owns. They are the same in every edition. */
export const READER_PATHS = [settingsPath, hiddenPath, savedPath, followingPath];
/** All pages that are the same in every edition, but for the number of stories. */
export const APP_PATHS = [...READER_PATHS, searchPath];
/** The slugs of the publisher's pages begin with it. Each has an address of its own, not one below `/articles/`. */
export const PAGE_PREFIX = '~/';
export const articlePath = (slug: string): string =>
  slug.startsWith(PAGE_PREFIX) ? `/${encodePath(slug.slice(PAGE_PREFIX.length))}/` : `/articles/${encodePath(slug)}/`;
/** `slug` is that of the earliest article on the event. */
export const eventPath = (slug: string): string => `/events/${encodePath(slug)}/`;
/** Shows the copy of an article that the reader has saved. */
export const copyPath = (slug: string): string => articlePath(slug) + COPY_SEARCH;
export const topicPath = (slug: string): string => `/topics/${encodeURIComponent(slug)}/`;
export const providerPath = (domain: string): string => `/providers/${encodeURIComponent(domain)}/`;

export const collectionPath = (collection: CollectionId): string =>
  collection.kind === 'all' ? frontPath : `/${encodePath(collectionKey(collection))}/`;

/** `page` counts from 1, the oldest page. */
export const archivePath = (collection: CollectionId, page: number): string =>
  `${collectionPath(collection)}archive/${page}/`;
