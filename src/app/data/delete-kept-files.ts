import { cacheName } from '../../model/offline.ts';

/** Deletes the data and the images that the service worker has kept: they say what was read. */
export async function deleteKeptFiles(): Promise<void> {
  // There are no caches over http, nor where storage is blocked.
  for (const kind of ['data', 'images'] as const)
    await globalThis.caches?.delete(cacheName(import.meta.env.BASE_URL, kind)).catch(() => {});
}
