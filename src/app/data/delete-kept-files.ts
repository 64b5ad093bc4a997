import { cacheName } from '../../model/offline/caches.ts';

/** Deletes the data and the images that the service worker has kept, and what is kept for offline: they say what was read. */
export async function deleteKeptFiles(): Promise<void> {
  try {
    for (const kind of ['data', 'images', 'kept'] as const)
      await caches.delete(cacheName(import.meta.env.BASE_URL, kind));
  } catch {
    // There are no caches over http, nor where storage is blocked.
  }
}
