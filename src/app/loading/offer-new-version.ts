import type { WorkerRequest } from '../../model/offline/service-worker.ts';
import { strings } from '../i18n/strings.ts';
import { isRunning } from './import-module.ts';
import { showNotice } from './notice.ts';
import { offlineStrings } from './offline-strings.ts';

/** How long a tab stays open before it asks for a newer service worker. Browsers only ask when a document is opened. */
const UPDATE_AFTER_MS = 60 * 60_000;

/**
 * Lets a newer service worker take the place of the one before: at once if this document runs its build of the app, else
 * if the reader wants to reload the page.
 */
export async function offerNewVersion(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const registration = await serviceWorker.ready;
  const check = (): void => {
    if (registration.waiting) void offer(registration.waiting);
  };
  const followInstallation = (): void => registration.installing?.addEventListener('statechange', check);
  registration.addEventListener('updatefound', followInstallation);
  let updatedAt = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - updatedAt < UPDATE_AFTER_MS) return;
    updatedAt = performance.now();
    registration.update().catch(() => {});
  });
  followInstallation();
  check();
}

async function offer(waiting: ServiceWorker): Promise<void> {
  const app = await appOf(waiting);
  if (isRunning(app)) send(waiting, 'take-over');
  else
    showNotice(offlineStrings.newVersion, strings.reload, () => {
      const reload = (): void => location.reload();
      // In another tab, the reader may have reloaded it before.
      if (waiting.state !== 'installed') return reload();
      navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
      send(waiting, 'take-over');
    });
}

/** The build of the app that a service worker belongs to. */
function appOf(worker: ServiceWorker): Promise<string> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    send(worker, 'app', port2);
  });
}

const send = (worker: ServiceWorker, request: WorkerRequest, ...ports: MessagePort[]): void =>
  worker.postMessage(request, ports);
