import type { CDPSession, Page } from 'playwright-core';
import { PAUSE_MS } from '../../src/app/pages/search/typing-pause.ts';
import type { TestBrowser } from '../support/browser.ts';
import type { StaticServer } from '../support/static-server.ts';
import { waitForIdle } from './real-input.ts';

/** What a search costs a reader with a slow phone and a slow line. */
export interface SearchCost {
  query: string;
  /** Milliseconds from the end of the pause after the last key to the frame that shows the first result. */
  first: number;
  /** The same for the first ten results, or all if there are fewer. */
  ten: number;
  /** Bytes of index files. */
  indexBytes: number;
  /** The durations of tasks over 50 ms, in milliseconds. */
  longTasks: number[];
}

/** 1.6 Mbit/s and 100 ms. */
const LINE = { offline: false, latency: 100, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const RESULT = '.search-results h3 a';
const FIELD = '.search-form input';
const TIMEOUT_MS = 30_000;

type MeasuringWindow = Window & { search?: { shown: Promise<[first: number, ten: number]>; longTasks: number[] } };

/** Opens the search page on a slow line with a slow CPU. */
export async function openSearchPage(browser: TestBrowser, server: StaticServer, slowdown: number) {
  const { page, context, close } = await browser.newPage({ cpuSlowdown: slowdown, remoteImages: 'plate' });
  // tsx wraps each named function in the helper `__name`, which the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await page.goto(`${server.url}search/`);
  await page.focus(FIELD);
  await waitForIdle(page);
  return { page, devtools, close };
}

/** Types a query at once, and measures until its results are painted. */
export async function measureSearch(page: Page, server: StaticServer, query: string): Promise<SearchCost> {
  await page.fill(FIELD, '');
  await page.waitForFunction((result) => document.querySelector(result) === null, RESULT);
  await waitForIdle(page);
  server.requests.splice(0);
  await page.evaluate(watchResults, RESULT);
  await page.keyboard.insertText(query);
  const { shown, longTasks } = await withTimeout(
    page.evaluate(async () => {
      const { search } = window as MeasuringWindow;
      return { shown: await search?.shown, longTasks: search?.longTasks ?? [] };
    }),
    query,
  );
  const [first = Number.NaN, ten = Number.NaN] = shown ?? [];
  await waitForIdle(page);
  const indexBytes = server.requests
    .filter(({ path }) => path.includes('/data/search/'))
    .reduce((sum, { bytes }) => sum + bytes, 0);
  return { query, first: first - PAUSE_MS, ten: ten - PAUSE_MS, indexBytes, longTasks };
}

/** Milliseconds from the start of the navigation to a search until its first result is painted. */
export async function measureLink(browser: TestBrowser, server: StaticServer, query: string, slowdown: number) {
  const { page, close } = await openSearchPage(browser, server, slowdown);
  // Another document with an empty cache: only the connection is open.
  await page.goto('about:blank');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await page.goto(`${server.url}search/?${new URLSearchParams({ q: query })}`);
  await page.waitForSelector(RESULT);
  const shownAt = await page.evaluate(
    () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
  );
  await close();
  return shownAt;
}

/** The used heap after a collection, in bytes. */
export async function heapSize(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Runs in the page: measures from the next input until the frames that show the first result, and ten of them. */
function watchResults(result: string): void {
  let typedAt = 0;
  document.addEventListener('input', ({ timeStamp }) => (typedAt = timeStamp), { capture: true, once: true });
  const longTasks: number[] = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  const countOf = (): number => document.querySelectorAll(result).length;
  const isComplete = (): boolean =>
    countOf() >= 10 || (countOf() > 0 && document.querySelector('.search-results[aria-busy=false]') !== null);
  const paintOf = (isShown: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        requestAnimationFrame(() => void scheduler.postTask(() => resolve(performance.now() - typedAt)));
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
  (window as MeasuringWindow).search = {
    shown: Promise.all([paintOf(() => countOf() > 0), paintOf(isComplete)]),
    longTasks,
  };
}

function withTimeout<T>(promise: Promise<T>, query: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No result for “${query}”.`)), TIMEOUT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
