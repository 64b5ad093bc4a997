import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst } from 'workbox-strategies';
import { cacheName } from '../model/offline.ts';
import { basePath } from './scope.ts';

const IMAGE_CACHE = cacheName(basePath, 'images');

/** Answers with images of the edition, whose names have hashes. Without space, they are the first to go. */
export const images = new CacheFirst({
  cacheName: IMAGE_CACHE,
  plugins: [new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true }) as WorkboxPlugin],
});

/** Keeps an image that the browser has loaded. Makes no request to the host. Rejects if the browser does not have it. */
export async function keepImage(url: string): Promise<void> {
  const response = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' });
  const cache = await caches.open(IMAGE_CACHE);
  if (response.ok) await cache.put(url, response);
}
