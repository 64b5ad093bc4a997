import { CacheFirst } from 'workbox-strategies';
import { cacheName, isCacheOf } from '../model/offline/caches.ts';
import { SHELL_FILE } from '../model/offline/service-worker.ts';
import { isAsset, keepLoaded } from './assets.ts';
import { basePath, build, urlOf } from './scope.ts';

const SHELL_CACHE = cacheName(basePath, 'shell', build.version);
/** Few at a time: a page may be loading. */
const PARALLEL_REQUESTS = 4;

/** Stores the shell and the files of the bundle. Rejects if one of them is missing, or is of another build. */
export async function installShell(): Promise<void> {
  try {
    await storeShell();
  } catch (error) {
    await caches.delete(SHELL_CACHE);
    throw error;
  }
}

async function storeShell(): Promise<void> {
  const cache = await caches.open(SHELL_CACHE);
  const left = [...build.files];
  const storeNext = async (): Promise<void> => {
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      const url = urlOf(file);
      if (await cache.match(url)) continue;
      const response = (await findInShells(url)) ?? (await fetch(url));
      if (!isAsset(response)) throw new Error(`${url} is missing`);
      await cache.put(url, response);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_REQUESTS }, storeNext));
  for (const file of build.otherFiles) await keepLoaded(SHELL_CACHE, urlOf(file));
  await cache.put(urlOf(SHELL_FILE), await fetchShell());
}

/** Some hosts redirect this address, or answer it with status 404. A browser accepts neither from a service worker. */
async function fetchShell(): Promise<Response> {
  const html = await (await fetch(urlOf(SHELL_FILE), { cache: 'reload' })).text();
  if (!html.includes(build.app)) throw new Error(`${SHELL_FILE} is not part of the build ${build.app}`);
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** The page that starts the app. A network error if the browser has deleted it. */
export async function answerShell(): Promise<Response> {
  const cache = await caches.open(SHELL_CACHE);
  return (await cache.match(urlOf(SHELL_FILE))) ?? Response.error();
}

/** Answers with a file of a bundle, of this build or of the one before: an open page may run that one. */
export const bundleFiles = new CacheFirst({
  cacheName: SHELL_CACHE,
  // A retry of an import has a query.
  matchOptions: { ignoreSearch: true },
  plugins: [
    {
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
        cachedResponse ?? (await findInShells(request.url)),
      cacheWillUpdate: async ({ response }) => (isAsset(response) ? response : null),
    },
  ],
});

/** The names of the caches of all builds, the newest last. */
async function shellCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => isCacheOf(basePath, name, 'shell'));
}

async function findInShells(url: string): Promise<Response | undefined> {
  for (const name of (await shellCaches()).toReversed()) {
    const cache = await caches.open(name);
    const found = await cache.match(url, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

/** Deletes the shells of earlier builds, but for the last one, and caches of earlier versions of this worker. */
export async function deleteOldCaches(): Promise<void> {
  const earlier = (await shellCaches()).filter((name) => name !== SHELL_CACHE);
  const others = (['data', 'images', 'kept'] as const).map((kind) => cacheName(basePath, kind));
  const kept = [SHELL_CACHE, ...earlier.slice(-1), ...others];
  for (const name of await caches.keys())
    if (isCacheOf(basePath, name) && !kept.includes(name)) await caches.delete(name);
}
