/*
 * What `sw.js` is for a site without a service worker, and in the dev server: it takes the place of one that was registered
 * before, deletes what that has kept, and unregisters itself. The build only removes the types, so it has no imports.
 */

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
  const basePath = new URL(self.registration.scope).pathname;
  for (const name of await caches.keys()) {
    // As in `model/offline/service-worker.ts`.
    const [product, base] = name.split(' ');
    if (product === 'broadsheet' && base === basePath) await caches.delete(name);
  }
  await self.registration.unregister();
}
