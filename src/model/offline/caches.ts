/* The caches of the service worker, and what the app and the worker store in them. */

/**
 * What a cache has. `shell`: the shell and the bundle of one version. `data`: JSON files that were seen. `images`: images of
 * the edition that were seen. `kept`: what the reader keeps for offline, which the app stores.
 */
export type CacheKind = 'shell' | 'data' | 'images' | 'kept';

/** The name of a cache. Other sites of the same host have their own. */
export const cacheName = (basePath: string, kind: CacheKind, version = ''): string =>
  ['broadsheet', basePath, kind, version].join(' ').trimEnd();

/** Whether a cache has the name of one of the site, and of this kind. A base path has no spaces. */
export function isCacheOf(basePath: string, name: string, kind?: 'shell'): boolean {
  const [product, base, ownKind] = name.split(' ');
  return product === 'broadsheet' && base === basePath && (kind === undefined || kind === ownKind);
}

/** When a kept file was received. Only in the caches. An ISO date. */
export const STORED_HEADER = 'broadsheet-stored';

/** Marks a list that has only the stories that are kept. Only in the caches. */
export const PARTIAL_HEADER = 'broadsheet-partial';

/** The headers of a JSON file in a cache, which was received now. */
export const storedHeaders = (isPartial = false): Record<string, string> => ({
  'Content-Type': 'application/json',
  [STORED_HEADER]: new Date().toISOString(),
  ...(isPartial && { [PARTIAL_HEADER]: 'yes' }),
});

/** The paths of the images of the edition that a JSON file names, not percent-encoded. */
export const imagesIn = (json: string): string[] => [
  ...new Set([...json.matchAll(/"(assets\/content\/[^"\\]+)"/g)].map(([, path = '']) => path)),
];
