import { registerRoute } from 'workbox-routing';
import type { WorkerRequest } from '../model/offline/service-worker.ts';
import { answerData } from './data-files.ts';
import { images } from './images.ts';
import { answerPage, isPage, keepOpenPages } from './pages.ts';
import { build, pathOf, worker } from './scope.ts';
import { bundleFiles, deleteOldCaches, installShell } from './shell.ts';

/*
 * The service worker: pages that were seen open without a connection. `src/worker/README.md` says what it keeps.
 */

worker.addEventListener('install', (event) => event.waitUntil(install()));

async function install(): Promise<void> {
  await installShell();
  if (!worker.registration.active) await keepOpenPages().catch(() => {});
}

worker.addEventListener('activate', (event) => event.waitUntil(activate()));

/** All requests of pages wait for it, so it makes none. */
async function activate(): Promise<void> {
  await deleteOldCaches();
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

worker.addEventListener('message', ({ data, ports }) => {
  const request = data as WorkerRequest;
  if (request === 'take-over') void worker.skipWaiting();
  if (request === 'app') ports[0]?.postMessage(build.app);
});

registerRoute(({ request, url }) => request.mode === 'navigate' && isPage(url), answerPage);
// `no-store` is how the app asks the host itself.
registerRoute(({ request, url }) => isBelow('data/', url) && request.cache !== 'no-store', answerData);
registerRoute(({ request, url }) => isBelow('assets/content/', url) && request.destination === 'image', images);
registerRoute(({ url }) => isBelow('assets/', url) && !isBelow('assets/content/', url), bundleFiles);

const isBelow = (folder: string, url: URL): boolean => pathOf(url)?.startsWith(folder) ?? false;
