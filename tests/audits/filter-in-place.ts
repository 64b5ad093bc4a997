import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openMeasured, press, settle } from './real-input.ts';

interface FilterTimes {
  what: string;
  /** From each click to the frame that shows the first stories of the new list, in milliseconds. */
  first: number[];
  /** To the frame that shows all of them. */
  all: number[];
}

interface Shown {
  heading: string;
  /** The paths of the stories of the list, in order. */
  stories: string[];
}

/** As many stories as the window shows at once. */
const FIRST_SCREEN = 4;
const BOX = '.topic-tree input';
const CHOICES = ['one topic', 'two topics'];

/** Checks the boxes of two topics, one after the other, again and again: what is fetched for them is there already. */
export async function filterInPlace(
  browser: TestBrowser,
  url: string,
  slowdown: number,
  rounds: number,
): Promise<FilterTimes[]> {
  const { page, close } = await openMeasured(browser, url, slowdown);
  await press(page, '.all-topics');
  await page.waitForSelector(BOX);
  const times = CHOICES.map((what): FilterTimes => ({ what, first: [], all: [] }));
  const wanted: Shown[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { first, all }] of times.entries()) {
      const expected = wanted[index];
      if (expected) await watchFor(page, expected);
      await settle(page);
      if (!(await press(page, BOX, index))) throw new Error(`${url} has no ${CHOICES[index]} to choose.`);
      if (expected) {
        const [toFirst, toAll] = await seen(page);
        first.push(toFirst);
        all.push(toAll);
      }
      await settle(page);
      if (!expected) wanted[index] = await shownNow(page);
    }
    await page.goBack();
    await settle(page);
  }
  await close();
  return times;
}

const shownNow = (page: Page): Promise<Shown> =>
  page.evaluate(() => ({
    heading: document.querySelector('h1')?.textContent ?? '',
    stories: [...document.querySelectorAll<HTMLAnchorElement>('ol.stories h3 a')].map(({ pathname }) => pathname),
  }));

/** The window of a page that waits for a list. */
type WatchingWindow = Window & { seen?: Promise<[first: number, all: number]> };

/** Has the page note when a list is there after the next click, and painted. */
function watchFor(page: Page, shown: Shown): Promise<void> {
  return page.evaluate(
    ({ heading, stories, firstScreen }) => {
      let clickedAt = 0;
      const hasShown = (count: number): boolean => {
        if (clickedAt === 0 || document.querySelector('h1')?.textContent !== heading) return false;
        const links = document.querySelectorAll<HTMLAnchorElement>('ol.stories h3 a');
        return stories.slice(0, count).every((path, index) => links[index]?.pathname === path);
      };
      // A task that is queued while a frame is drawn comes right after it.
      const sinceClickOncePainted = (): Promise<number> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - clickedAt);
            port2.postMessage(undefined);
          });
        });
      const paintOf = (count: number): Promise<number> =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            if (!hasShown(count)) return;
            observer.disconnect();
            resolve(sinceClickOncePainted());
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
      document.addEventListener(
        'click',
        ({ timeStamp }) => {
          clickedAt = timeStamp;
        },
        { capture: true, once: true },
      );
      (window as WatchingWindow).seen = Promise.all([paintOf(firstScreen), paintOf(stories.length)]);
    },
    { ...shown, firstScreen: FIRST_SCREEN },
  );
}

const seen = (page: Page): Promise<[first: number, all: number]> =>
  page.evaluate(() => (window as WatchingWindow).seen ?? Promise.reject(new Error('Nothing was waited for.')));
