import type { CollectionId } from './edition.ts';

/*
 * The paths of an edition's files, relative to the site's base path. In a URL each segment is percent-encoded, see
 * `encodePath`.
 */

export const EDITION_FILE = 'data/edition.json';
export const TOPICS_FILE = 'data/topics.json';
export const PROVIDERS_FILE = 'data/providers.json';
/** The first cards of the front page in the order of points, and the others. */
export const TOP_FILE = 'data/top.json';
export const MORE_TOP_FILE = 'data/top-more.json';
export const DAYS_FILE = 'data/days.json';
export const BUILD_FILE = 'data/build.json';

export function collectionKey(collection: CollectionId): string {
  if (collection.kind === 'topic') return `topics/${collection.slug}`;
  if (collection.kind === 'provider') return `providers/${collection.domain}`;
  return 'all';
}

export const headFile = (collection: CollectionId): string => `data/feeds/${collectionKey(collection)}/head.json`;

/** `page` counts from 1, the oldest page. */
export const pageFile = (collection: CollectionId, page: number): string =>
  `data/feeds/${collectionKey(collection)}/${page}.json`;

/** Only for the collection of a topic or a provider: the collection of all articles contains every position. */
export const positionsFile = (collection: CollectionId): string =>
  `data/feeds/${collectionKey(collection)}/positions.json`;

/** The positions of the articles in a primary language, if the list can be filtered by it. */
export const languageFile = (language: string): string => `data/languages/${language}.json`;

export const articleFile = (slug: string): string => `data/articles/${slug}.json`;

export const eventFile = (slug: string): string => `data/events/${slug}.json`;

/** Percent-encodes each segment of a path and keeps its slashes. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
