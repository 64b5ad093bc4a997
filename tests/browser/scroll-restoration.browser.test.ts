import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { focusedText, settledTop, waitForModule } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW } from '../support/test-paper.ts';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const open = async (path = '') => {
  const reader = await browser.newPage({ width: 390, height: 844, isMobile: true, now: NOW, remoteImages: 'plate' });
  await reader.page.goto(site.url + path);
  await waitForHydration(reader.page);
  return reader;
};

/** If the list does not grow in this many frames, it is complete. */
const STABLE_FRAMES = 10;

const countCards = (page: Page): Promise<number> => page.locator('.stories > li').count();

async function loadMore(page: Page, minCount: number): Promise<void> {
  await page.getByRole('link', { name: 'Older stories' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('.stories > li').length >= count, minCount);
  await countSettledCards(page);
}

/** The number of stories once the list is complete: it grows by a few stories in each frame. */
async function countSettledCards(page: Page): Promise<number> {
  for (let before = 0; ; ) {
    const count = await page.evaluate(
      (frames) =>
        new Promise<number>((resolve) => {
          const wait = (left: number): number =>
            requestAnimationFrame(() =>
              left > 0 ? wait(left - 1) : resolve(document.querySelectorAll('.stories > li').length),
            );
          wait(frames);
        }),
      STABLE_FRAMES,
    );
    if (count === before) return count;
    before = count;
  }
}

/** The distance of a story from the top of the viewport. */
const topOf = (page: Page, title: string): Promise<number> =>
  page
    .locator('.stories > li', { has: page.getByRole('link', { name: title, exact: true }) })
    .evaluate((item) => item.getBoundingClientRect().top);

/** Scrolls a story to the middle of the viewport, and returns its distance from the top. */
async function scrollTo(page: Page, title: string): Promise<number> {
  const link = page.getByRole('link', { name: title, exact: true });
  await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await settledTop(link);
  return topOf(page, title);
}

const expectAt = (page: Page, title: string, top: number): Promise<unknown> =>
  page.waitForFunction(
    ([name, wanted]) => {
      const link = [...document.querySelectorAll('.stories h3 a')].find(({ textContent }) => textContent === name);
      const found = link?.closest('li')?.getBoundingClientRect().top;
      return found !== undefined && Math.abs(found - wanted) <= 2;
    },
    [title, top] as const,
  );

const FILTERED = '?topics=space,physics&not=culture';

test.each([
  ['the front page', ''],
  ['a topic', 'topics/science/'],
  ['a filter', FILTERED],
])('going back from an article restores the story at the same pixel: %s', async (_name, path) => {
  const { page, close } = await open(path);
  await page.locator('.stories > li').first().waitFor();
  await loadMore(page, 45);
  await loadMore(page, 75);
  const shown = await countCards(page);
  const title = (await page.locator('.stories h3 a').nth(62).textContent()) ?? '';
  const top = await scrollTo(page, title);
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.locator('.article').waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expectAt(page, title, top);
  await expect.poll(() => countCards(page)).toBe(shown);
  expect(await focusedText(page)).toBe(title);
  expect(page.url()).toBe(site.url + path);
  await close();
});

test.each([
  ['the front page', ''],
  ['a filter', FILTERED],
])('a reload restores the scroll position, the stories and the filter: %s', async (_name, path) => {
  const { page, errors, close } = await open(path);
  await page.locator('.stories > li').first().waitFor();
  await loadMore(page, 45);
  await loadMore(page, 75);
  const shown = await countCards(page);
  const title = (await page.locator('.stories h3 a').nth(60).textContent()) ?? '';
  const top = await scrollTo(page, title);
  await page.reload();
  await expectAt(page, title, top);
  await expect.poll(() => countCards(page)).toBe(shown);
  expect(errors).toEqual([]);
  await close();
});

test('coming back from another site restores the scroll position', async () => {
  const { page, context, close } = await open();
  await waitForModule(page, 'scroll-restorer', () => page.mouse.move(100, 300));
  await loadMore(page, 45);
  await loadMore(page, 75);
  const shown = await countCards(page);
  const title = (await page.locator('.stories h3 a').nth(58).textContent()) ?? '';
  const top = await scrollTo(page, title);
  await context.route('https://www.p*.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'There' }),
  );
  await page.locator('.stories > li', { hasText: title }).locator('.source-link').first().click();
  await page.waitForURL('https://www.p*.example/**');
  await page.goBack();
  await expectAt(page, title, top);
  await expect.poll(() => countCards(page)).toBe(shown);
  await close();
});

test('a new topic starts at the top, and going back restores the scroll position', async () => {
  const { page, close } = await open();
  await waitForModule(page, 'scroll-restorer', () => page.mouse.move(100, 300));
  await loadMore(page, 45);
  const title = (await page.locator('.stories h3 a').nth(40).textContent()) ?? '';
  const top = await scrollTo(page, title);
  await page.locator('.stories > li', { hasText: title }).locator('.kicker a').first().click();
  await page.waitForURL('**/topics/**');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await countCards(page)).toBeLessThanOrEqual(30);
  await page.goBack();
  await expectAt(page, title, top);
  await close();
});

test('stories of a newer edition appear after a click on a button', async () => {
  const { page, context, close } = await open();
  const title = (await page.locator('.stories h3 a').nth(12).textContent()) ?? '';
  const top = await scrollTo(page, title);
  const head = (await (await fetch(`${site.url}data/feeds/all/head.json`)).json()) as {
    total: number;
    articles: { slug: string; title: string }[];
  };
  const newer = [1, 2, 3].map((number) => ({
    ...head.articles[0],
    slug: `new-${number}`,
    title: `New story ${number}`,
  }));
  await context.route('**/data/feeds/all/head.json', (route) =>
    route.fulfill({ json: { ...head, total: head.total + 3, articles: [...newer, ...head.articles].slice(0, 30) } }),
  );
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const button = page.getByRole('button', { name: '3 new stories' });
  await button.waitFor();
  expect(Math.abs((await topOf(page, title)) - top)).toBeLessThanOrEqual(1);
  expect(await page.locator('#announcer').textContent()).toBe('3 new stories');
  await button.click();
  await page.getByRole('link', { name: 'New story 1', exact: true }).waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await page.locator('.stories h3 a').first().textContent()).toBe('New story 1');
  expect(await button.count()).toBe(0);
  await close();
});

test('if the story that was opened is gone, the next one gets the focus (READER 7)', async () => {
  const { page, context, close } = await open();
  const titles = await page.locator('.stories h3 a').allTextContents();
  // The position is saved only once the code for it has loaded, and has run.
  await waitForModule(page, 'scroll-restorer', () => page.mouse.move(100, 300));
  await page.getByRole('link', { name: titles[3] ?? '', exact: true }).click();
  await page.locator('.article').waitFor();
  const head = (await (await fetch(`${site.url}data/feeds/all/head.json`)).json()) as { articles: { title: string }[] };
  await context.route('**/data/feeds/all/head.json', (route) =>
    route.fulfill({ json: { ...head, articles: head.articles.filter((article) => article.title !== titles[3]) } }),
  );
  // The reload makes the list fetch its file again.
  await page.reload();
  await waitForHydration(page);
  await page.goBack();
  await page.getByRole('link', { name: titles[4] ?? '', exact: true }).waitFor();
  await page.waitForFunction((title) => document.activeElement?.textContent === title, titles[4]);
  expect(await focusedText(page)).toBe(titles[4]);
  await close();
});
