import type { WorkerBuild } from '../model/offline/service-worker.ts';

/*
 * The global scope of the service worker. https://w3c.github.io/ServiceWorker/
 */

declare const self: ServiceWorkerGlobalScope;
declare const WORKER_BUILD: WorkerBuild;

export const worker = self;

/** The build of the site that this worker belongs to. */
export const build = WORKER_BUILD;

/** The base path of the site. It begins and ends with a slash. */
export const basePath = new URL(self.registration.scope).pathname;

/** The full URL of a path below the base path, as caches know it. */
export const urlOf = (path: string): string => new URL(path, self.registration.scope).href;

/** The path of a URL below the base path, without its query. `undefined` for URLs of other sites. */
export function pathOf({ origin, pathname }: URL): string | undefined {
  if (origin !== self.location.origin || !pathname.startsWith(basePath)) return undefined;
  return pathname.slice(basePath.length);
}
