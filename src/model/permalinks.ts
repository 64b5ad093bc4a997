import type { CollectionId } from './edition.ts';
import { collectionKey, encodePath } from './edition-files.ts';

/*
 * Permalinks: paths relative to the base path, percent-encoded, with a leading and a trailing slash. Every link to a
 * page of this site is built by one of these functions. A prerendered page is the `index.html` in the folder of that
 * name.
 */

export const frontPath = '/';
export const settingsPath = '/settings/';
export const articlePath = (slug: string): string => `/articles/${encodePath(slug)}/`;
export const topicPath = (slug: string): string => `/topics/${encodeURIComponent(slug)}/`;
export const providerPath = (domain: string): string => `/providers/${encodeURIComponent(domain)}/`;

export const collectionPath = (collection: CollectionId): string =>
  collection.kind === 'all' ? frontPath : `/${encodePath(collectionKey(collection))}/`;

/** `page` counts from 1, the oldest page. */
export const archivePath = (collection: CollectionId, page: number): string =>
  `${collectionPath(collection)}archive/${page}/`;
