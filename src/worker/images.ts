import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst } from 'workbox-strategies';
import { cacheName } from '../model/offline.ts';
import { basePath } from './scope.ts';

/** Answers with images of the edition, whose names have hashes. Without space, they are the first to go. */
export const images = new CacheFirst({
  cacheName: cacheName(basePath, 'images'),
  plugins: [new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true }) as WorkboxPlugin],
});

/** Keeps an image that the browser has loaded. Makes no request to the host. */
export async function keepImage(url: string): Promise<void> {
  const request = new Request(url, { cache: 'only-if-cached', mode: 'same-origin' });
  await images.handle({ request, event: new ExtendableEvent('message') }).catch(() => {});
}
