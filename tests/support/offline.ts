import type { Page } from 'playwright-core';
import type { CacheKind } from '../../src/model/offline/caches.ts';
import type { PageOptions, TestBrowser } from './browser.ts';
import { cpuOptions } from './cpu-options.ts';
import { waitForHydration } from './hydration.ts';
import { WAIT_TIMEOUT } from './timeouts.ts';

type OpenPage = Awaited<ReturnType<TestBrowser['newPage']>>;

/** Opens a page, and waits until its service worker has kept the data of the page. */
export async function openWithWorker(browser: TestBrowser, url: string, options: PageOptions = {}): Promise<OpenPage> {
  const reader = await browser.newPage({ serviceWorkers: 'allow', ...cpuOptions, ...options });
  await reader.page.goto(url);
  await waitForHydration(reader.page);
  await reader.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  return reader;
}

/** The paths of the files in the caches of a kind, below the base path. */
export const keptFiles = (page: Page, kind: CacheKind): Promise<string[]> =>
  page.evaluate(async (ofKind) => {
    const names = (await caches.keys()).filter((name) => name.split(' ')[2] === ofKind);
    const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return files.flat().map(({ url }) => new URL(url).pathname.replace(/^.*?(?=data\/|assets\/|404)/, ''));
  }, kind);

/** Waits until a file is in a cache. */
export const waitUntilKept = (page: Page, kind: CacheKind, file: string): Promise<void> =>
  waitUntil(page, `${file} is kept`, async () => (await keptFiles(page, kind)).map(decodeURIComponent).includes(file));

/** Waits until no page of the site has a service worker. */
export const waitUntilRemoved = (page: Page): Promise<void> =>
  waitUntil(page, 'no service worker is registered', () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0),
  );

/** Asks once per frame. Playwright's `waitForFunction` does not await a function that is asynchronous. */
async function waitUntil(page: Page, what: string, isTrue: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + WAIT_TIMEOUT; !(await isTrue()); ) {
    if (performance.now() > end) throw new Error(`Not in time: ${what}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

/** The build of the app that the service worker of the page belongs to. `undefined` if that is being replaced. */
export const appOfWorker = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        navigator.serviceWorker.controller?.postMessage('app', [port2]);
        setTimeout(resolve, 1000);
      }),
  );

/** Errors that nothing has caught. Failed requests are not among them. */
export const uncaught = (errors: string[]): string[] =>
  errors.filter((error) => !/^Failed to load resource|net::ERR/.test(error));
