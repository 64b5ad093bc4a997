import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openMeasured, press, settle } from './real-input.ts';

interface Appended {
  /** How many tasks took more than 50 ms, as the browser counts. */
  longTasks: number;
  /** How long the page was not free to do anything else, at most, in milliseconds. */
  longestGap: number;
}

const OLDER = 'main a.button';
/** Then the list is so long that its link leads to another page. */
const TIMES = 4;

/** Adds older stories to a list, page after page, on this machine as it is. */
export async function appendPages(browser: TestBrowser, url: string): Promise<Appended[]> {
  const { page, close } = await openMeasured(browser, url, 1);
  const appended: Appended[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await settle(page);
    const before = await countStories(page);
    await page.evaluate(watchTasks);
    if (!(await press(page, OLDER))) throw new Error(`${url} has no older stories to add.`);
    await page.waitForFunction((count) => document.querySelectorAll('.stories > li').length > count, before);
    await settle(page);
    appended.push(await page.evaluate(stopWatching));
  }
  await close();
  return appended;
}

const countStories = (page: Page): Promise<number> => page.locator('.stories > li').count();

type WatchedWindow = Window & { stopWatching?: () => Appended };

/** Counts long tasks, and asks for a turn again and again. https://www.w3.org/TR/longtasks-1/ */
function watchTasks(): void {
  let [longTasks, longestGap, last] = [0, 0, performance.now()];
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  });
  observer.observe({ type: 'longtask' });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
    port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  (window as WatchedWindow).stopWatching = () => {
    port1.close();
    longTasks += observer.takeRecords().length;
    observer.disconnect();
    return { longTasks, longestGap };
  };
}

function stopWatching(): Appended {
  const stop = (window as WatchedWindow).stopWatching;
  if (!stop) throw new Error('Nothing was watched.');
  return stop();
}
