import { CacheExpiration } from 'workbox-expiration';
import { EDITION_FILE } from '../model/edition-files.ts';
import { cacheName, imagesIn, PARTIAL_HEADER, STORED_HEADER, storedHeaders } from '../model/offline/caches.ts';
import { basePath, urlOf } from './scope.ts';

/*
 * The copies of data files: those that were seen, and those that the reader has kept for offline, which the app stores.
 */

const DATA_CACHE = cacheName(basePath, 'data');
export const IMAGE_CACHE = cacheName(basePath, 'images');
export const KEPT_CACHE = cacheName(basePath, 'kept');
const MAX_FILES = 300;
const expiration = new CacheExpiration(DATA_CACHE, { maxEntries: MAX_FILES });

/** The copy of a file that was received last, or `undefined`. One that is not complete comes after all others. */
export async function findFile(url: string): Promise<Response | undefined> {
  // `caches.match` creates no cache.
  const [seen, kept] = await Promise.all(
    [DATA_CACHE, KEPT_CACHE].map((name) => caches.match(url, { cacheName: name })),
  );
  if (!seen || !kept) return seen ?? kept;
  return isPartialCopy(kept) || storedAt(seen) >= storedAt(kept) ? seen : kept;
}

/** Whether the host says that it does not have a file. */
export const isGone = ({ status }: Response): boolean => status === 404 || status === 410;

/** Whether a copy of a list has only the stories that the reader keeps. */
export const isPartialCopy = ({ headers }: Response): boolean => headers.has(PARTIAL_HEADER);

/** When a copy was received, in milliseconds since 1970. */
export const storedAt = ({ headers }: Response): number => Date.parse(headers.get(STORED_HEADER) ?? '') || 0;

/** When the copies were asked for, in milliseconds since 1970. */
const askedTimes = new Map<string, number>();

/**
 * Keeps the text of a file, unless one that was asked for later is kept. Of more than `MAX_FILES`, those go that were received first.
 * Without space, images go first.
 */
export async function storeFile(url: string, text: string, askedAt: number): Promise<void> {
  if ((askedTimes.get(url) ?? 0) > askedAt) return;
  askedTimes.set(url, askedAt);
  try {
    await storeText(url, text).catch(async () => {
      await caches.delete(IMAGE_CACHE);
      await storeText(url, text);
    });
    await expiration.updateTimestamp(url);
    await expiration.expireEntries();
  } catch {
    // There is no space, or the browser does not allow storage: the file is not kept.
  }
}

/** Stores a text for an address. It stays until it is deleted. */
export async function storeText(url: string, text: string): Promise<void> {
  const cache = await caches.open(DATA_CACHE);
  await cache.put(url, new Response(text, { headers: storedHeaders() }));
}

/** The addresses of the seen files that were received before a time, in milliseconds since 1970, the oldest first. */
export async function seenFiles(before: number): Promise<string[]> {
  const cache = await caches.open(DATA_CACHE);
  const urls = (await cache.keys()).map(({ url }) => url).filter((url) => /\.json(?:\?|$)/.test(url));
  const files = await Promise.all(
    urls.map(async (url) => {
      const copy = await cache.match(url);
      return { url, at: copy ? storedAt(copy) : 0 };
    }),
  );
  const earlier = files.filter(({ at }) => at < before).sort((a, b) => a.at - b.at);
  return earlier.map(({ url }) => url);
}

/** Deletes the copies of a file that the host does not have any more, and those of its images of which that is true, too. */
export async function deleteFile(url: string): Promise<void> {
  const copy = await findFile(url);
  const text = (await copy?.text()) ?? '';
  await deleteCopies(url, [DATA_CACHE, KEPT_CACHE]);
  for (const path of imagesIn(text)) {
    const image = urlOf(encodeURI(path));
    const response = await fetch(image, { method: 'HEAD', cache: 'no-cache' }).catch(() => undefined);
    if (response && isGone(response)) await deleteCopies(image, [IMAGE_CACHE, KEPT_CACHE]);
  }
}

/** Deletes the copies of all files that name one of these articles: the article, and lists and articles that show it. */
export async function deleteFilesWith(slugs: readonly string[]): Promise<void> {
  const quoted = slugs.map((slug) => JSON.stringify(slug));
  for (const name of [DATA_CACHE, KEPT_CACHE]) {
    if (!(await caches.has(name))) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      // The overview names what is purged.
      if (!url.endsWith('.json') || url === urlOf(EDITION_FILE)) continue;
      const text = (await (await cache.match(url))?.text()) ?? '';
      if (quoted.some((slug) => text.includes(slug))) await deleteFile(url);
    }
  }
}

/** Deletes the copy of a file, unless the reader keeps it. */
export const deleteSeen = (url: string): Promise<void> => deleteCopies(url, [DATA_CACHE]);

async function deleteCopies(url: string, cacheNames: readonly string[]): Promise<void> {
  for (const name of cacheNames) if (await caches.has(name)) await (await caches.open(name)).delete(url);
}
