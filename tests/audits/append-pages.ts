import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openMeasured, press, waitForIdle } from './real-input.ts';

interface Appended {
  /** The number of long tasks, which take more than 50 ms. */
  longTasks: number;
  /** The longest time in milliseconds during which the page was blocked. */
  longestGap: number;
}

const OLDER = 'main a.button';

/**
 * Appends pages of older stories to a list, without CPU throttling, until its link leads to another page. Throws if there are
 * too few stories.
 */
export async function appendPages(browser: TestBrowser, url: string): Promise<Appended[]> {
  const { page, close } = await openMeasured(browser, url, 1);
  const appended: Appended[] = [];
  const address = page.url();
  for (;;) {
    await waitForIdle(page);
    const before = await countStories(page);
    await page.evaluate(watchTasks);
    if (!(await press(page, OLDER))) throw new Error(`${url} has no older stories to add.`);
    await page.waitForFunction(
      ([count, start]) => location.href !== start || document.querySelectorAll('.stories > li').length > count,
      [before, address] as const,
    );
    if (page.url() !== address) break;
    await waitForIdle(page);
    appended.push(await page.evaluate(stopWatching));
  }
  await close();
  if (appended.length === 0) throw new Error(`${url} does not append older stories.`);
  return appended;
}

const countStories = (page: Page): Promise<number> => page.locator('.stories > li').count();

type WatchedWindow = Window & { stopWatching?: () => Appended };

/** Counts long tasks, and measures gaps between messages to itself. https://www.w3.org/TR/longtasks-1/ */
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
