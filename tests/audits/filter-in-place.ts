import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openMeasured, press, waitForIdle } from './real-input.ts';

interface FilterTimes {
  what: string;
  /** Milliseconds from each click to the frame that shows the first stories of the new list. */
  first: number[];
  /** Milliseconds to the frame that shows all of them. */
  all: number[];
}

interface Shown {
  heading: string;
  /** The paths of the stories in the list. */
  stories: string[];
}

/** The number of stories in the viewport. */
const FIRST_SCREEN = 4;
const BOX = '.topic-tree input';
const CHOICES = ['one topic', 'two topics'];

/** Checks the boxes of two topics repeatedly. The first round, which fetches their data, is not measured. */
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
  const expectedLists: Shown[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { first, all }] of times.entries()) {
      const expected = expectedLists[index];
      if (expected) await watchFor(page, expected);
      await waitForIdle(page);
      if (!(await press(page, BOX, index))) throw new Error(`${url} has no ${CHOICES[index]} to choose.`);
      if (expected) {
        const [toFirst, toAll] = await painted(page);
        first.push(toFirst);
        all.push(toAll);
      }
      await waitForIdle(page);
      if (!expected) expectedLists[index] = await readShown(page);
    }
    await page.goBack();
    await waitForIdle(page);
  }
  await close();
  return times;
}

const readShown = (page: Page): Promise<Shown> =>
  page.evaluate(() => ({
    heading: document.querySelector('h1')?.textContent ?? '',
    stories: [...document.querySelectorAll<HTMLAnchorElement>('ol.stories h3 a')].map(({ pathname }) => pathname),
  }));

type WatchingWindow = Window & { painted?: Promise<[first: number, all: number]> };

/** Lets the page measure when a list is painted after the next click. */
function watchFor(page: Page, shown: Shown): Promise<void> {
  return page.evaluate(
    ({ heading, stories, firstScreen }) => {
      let clickedAt = 0;
      const hasShown = (count: number): boolean => {
        if (clickedAt === 0 || document.querySelector('h1')?.textContent !== heading) return false;
        const links = document.querySelectorAll<HTMLAnchorElement>('ol.stories h3 a');
        return stories.slice(0, count).every((path, index) => links[index]?.pathname === path);
      };
      // A resize observer reports during the next frame, after its layout. A task with this priority runs directly after
      // the frame.
      const sinceClickOncePainted = (): Promise<number> =>
        new Promise((resolve) => {
          const observer = new ResizeObserver(() => {
            observer.disconnect();
            void scheduler.postTask(() => resolve(performance.now() - clickedAt), { priority: 'user-blocking' });
          });
          observer.observe(document.body);
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
      (window as WatchingWindow).painted = Promise.all([paintOf(firstScreen), paintOf(stories.length)]);
    },
    { ...shown, firstScreen: FIRST_SCREEN },
  );
}

const painted = (page: Page): Promise<[first: number, all: number]> =>
  page.evaluate(() => (window as WatchingWindow).painted ?? Promise.reject(new Error('`watchFor` was not called.')));
