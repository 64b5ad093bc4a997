/* What the app, the service worker and the build agree on. */

/** The service worker, in the folder of the site. */
export const WORKER_FILE = 'sw.js';

/** The name of the Trusted Types policy for its address. https://www.w3.org/TR/trusted-types/ */
export const TRUSTED_TYPES_POLICY = 'service-worker';

/** The page that the service worker answers with if the host does not: it starts the app at any address. */
export const SHELL_FILE = '404.html';

/** What a build writes at the beginning of the service worker, as the constant `WORKER_BUILD`. */
export interface WorkerBuild {
  /** See `Edition.app`. */
  app: string;
  /** Changes with the files of the shell. */
  version: string;
  /** The files of the bundle that are kept with the shell. */
  files: string[];
  /** Those that are kept if the browser has loaded them. */
  otherFiles: string[];
}

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

/** A response header: the service worker answers with a copy. A `CopyReason`, a space, and when it was received. */
export const COPY_HEADER = 'broadsheet-copy';

/** Why: no answer, none in time (it may follow), or one that is not the file. */
export type CopyReason = 'down' | 'late' | 'bad';

/** A message of the service worker to pages: there is a newer file than the copy that it has answered with. */
export interface UpdatedMessage {
  /** The path of the file, percent-encoded. */
  updated: string;
}

/** Messages of a page to a service worker: take the place of the one before; say the `WorkerBuild.app`. */
export type WorkerRequest = 'take-over' | 'app';
