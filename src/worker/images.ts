import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst } from 'workbox-strategies';
import { isAsset } from './assets.ts';
import { IMAGE_CACHE, KEPT_CACHE } from './copies.ts';

/** Answers with images of the edition, whose names have hashes. Without space, they are the first to go. */
export const images = new CacheFirst({
  cacheName: IMAGE_CACHE,
  plugins: [
    {
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
        cachedResponse ?? (await caches.match(request, { cacheName: KEPT_CACHE })),
    },
    { cacheWillUpdate: async ({ response }) => (isAsset(response) ? response : null) },
    new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true }) as WorkboxPlugin,
  ],
});
