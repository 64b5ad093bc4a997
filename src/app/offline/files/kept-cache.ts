import { cacheName, storedHeaders } from '../../../model/offline/caches.ts';
import { withBasePath } from '../../data/base-path.ts';
import { nextTask } from './next-task.ts';

/*
 * The cache of what the reader keeps for offline. The app stores it, and the service worker answers with it. Paths are below
 * the base path, percent-encoded.
 */

const NAME = cacheName(import.meta.env.BASE_URL, 'kept');

const URLS_PER_TASK = 200;

/** Whether something is kept. Not where the browser has no caches: over http, and where storage is blocked. */
export async function hasKept(): Promise<boolean> {
  try {
    return await caches.has(NAME);
  } catch {
    return false;
  }
}

export interface KeptCache {
  /** The value of a JSON file, or `undefined`. */
  read: (path: string) => Promise<unknown>;
  has: (path: string) => Promise<boolean>;
  /** Stores a JSON file. A partial list has only stories that are kept. Rejects if there is no space. */
  write: (path: string, value: unknown, isPartial?: boolean) => Promise<void>;
  /** Stores a response of the host as it is. */
  put: (path: string, response: Response) => Promise<void>;
  delete: (path: string) => Promise<void>;
  /** Deletes the files that are not among these paths. With thousands of files, asking the cache for all is a long task. */
  deleteOthers: (paths: ReadonlySet<string>) => Promise<void>;
}

export async function openKept(): Promise<KeptCache> {
  const cache = await caches.open(NAME);
  const urlOf = (path: string): string => new URL(withBasePath(path), location.origin).href;
  return {
    read: async (path) => {
      const copy = await cache.match(urlOf(path));
      return copy?.json() as Promise<unknown> | undefined;
    },
    has: async (path) => (await cache.match(urlOf(path))) !== undefined,
    write: (path, value, isPartial) =>
      cache.put(urlOf(path), new Response(JSON.stringify(value), { headers: storedHeaders(isPartial) })),
    put: (path, response) => cache.put(urlOf(path), response),
    delete: async (path) => void (await cache.delete(urlOf(path))),
    deleteOthers: async (paths) => {
      const urls = new Set<string>();
      for (const path of paths) {
        if (urls.size % URLS_PER_TASK === 0) await nextTask();
        urls.add(urlOf(path));
      }
      for (const request of await cache.keys()) if (!urls.has(request.url)) await cache.delete(request);
    },
  };
}

export const deleteKept = async (): Promise<void> => void (await caches.delete(NAME));
