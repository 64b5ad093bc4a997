import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst } from 'workbox-strategies';
import { cacheName } from '../model/offline.ts';
import { isAsset } from './assets.ts';
import { basePath } from './scope.ts';

export const IMAGE_CACHE = cacheName(basePath, 'images');

/** Answers with images of the edition, whose names have hashes. Without space, they are the first to go. */
export const images = new CacheFirst({
  cacheName: IMAGE_CACHE,
  plugins: [
    { cacheWillUpdate: async ({ response }) => (isAsset(response) ? response : null) },
    new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true }) as WorkboxPlugin,
  ],
});
