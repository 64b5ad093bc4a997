import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { strings } from '../../../src/app/i18n/strings.ts';
import {
  expectWholePage,
  interact,
  newFaultyPage,
  notice,
  openFaultyPage,
  sample,
  serveFaultyPaper,
} from '../../support/faults.ts';
import { waitForHydration } from '../../support/hydration.ts';
import { markDocument, settledTop } from '../../support/reader.ts';
import { redeploy } from '../../support/redeploy.ts';
import { buildPaper } from '../../support/test-paper.ts';

/* A new build of the app is deployed under an open tab. `src/app/README.md` has a table of what the reader sees. */

const paper = serveFaultyPaper();
let first: string;
let second: string;
beforeAll(async () => {
  first = await buildPaper();
  second = redeploy(first, 'B');
});
afterEach(() => {
  paper.site.folder = first;
});

/** Waits until the page was loaded anew, and hydrated. */
async function waitForReload(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-marked'));
  await waitForHydration(page);
}

async function openBeforeDeployment(options: Parameters<typeof openFaultyPage>[2] = {}, path = '') {
  const reader = await openFaultyPage(paper.browser, paper.site.url + path, options);
  await markDocument(reader.page);
  return reader;
}

describe('after a deployment the page is reloaded once, without a word, when', () => {
  test('the reader comes back to it', async () => {
    const { page, uncaught, close } = await openBeforeDeployment();
    paper.site.folder = second;
    await page.mouse.move(300, 300);
    await waitForReload(page);
    await interact(page);
    expect(await notice(page).count()).toBe(0);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test.each(sample([''], 0))('the filter panel opens', async () => {
    const { page, uncaught, close } = await openBeforeDeployment();
    await interact(page);
    paper.site.folder = second;
    await page.locator('.all-topics').click();
    await waitForReload(page);
    await page.locator('.all-topics').click();
    await page.locator('.filter-panel input').first().waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('a link leads to a page whose code is gone, and that page opens', async () => {
    const { page, uncaught, close } = await openBeforeDeployment();
    await interact(page);
    paper.site.folder = second;
    await page.locator('.page-footer').getByText('Settings').click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });
});

test('the reload keeps the place, and Back keeps that of the list', async () => {
  const { page, uncaught, close } = await openBeforeDeployment();
  const story = page.getByRole('link', { name: 'Story 20', exact: true });
  await story.scrollIntoViewIfNeeded();
  await interact(page);
  const top = await settledTop(story);
  paper.site.folder = second;
  await page.locator('.all-topics').evaluate((button: HTMLElement) => button.click());
  await waitForReload(page);
  await page.waitForFunction(() => scrollY > 0);
  await expect.poll(() => story.evaluate((link) => link.getBoundingClientRect().top)).toBeCloseTo(top, -1);
  expect(uncaught()).toEqual([]);
  await close();
});

describe('Back from a story returns to the place in the list', () => {
  /** Opens the front page, and scrolls down. Then nothing that `isFailing` selects is loaded. */
  async function openScrolled(isFailing: (file: string) => boolean) {
    const reader = await newFaultyPage(paper.browser);
    await reader.page.goto(paper.site.url);
    await waitForHydration(reader.page);
    paper.site.failing = (file) => (isFailing(file) ? 'silent' : undefined);
    await reader.page.evaluate(() => scrollTo(0, 3000));
    await reader.page.waitForFunction(() => scrollY > 2000);
    const links = reader.page.locator('.stories h3 a');
    // Until the stories in view are laid out, their heights are estimates.
    await settledTop(links.last());
    return { ...reader, links };
  }

  /** Opens the first story in view. Returns its index, and its place in the page, which may change until the click. */
  async function openStory(links: Locator) {
    const { scrolled, ...opened } = await links.evaluateAll((elements: HTMLElement[]) => {
      const tops = elements.map((link) => link.getBoundingClientRect().top);
      const index = tops.findIndex((top) => top > 0);
      const before = { index, top: tops[index] ?? Number.NaN, scrolled: scrollY };
      elements[index]?.click();
      return before;
    });
    expect(scrolled).toBeGreaterThan(2000);
    return opened;
  }

  /** Goes back. Not `scrollY` is compared: it changes with the heights above, and the stories stay in place. */
  async function expectPlace(page: Page, links: Locator, { index, top }: { index: number; top: number }) {
    await page.locator('.article').waitFor();
    await waitForHydration(page);
    await page.goBack();
    await expect
      .poll(() => links.nth(index).evaluate((link, before) => Math.abs(link.getBoundingClientRect().top - before), top))
      .toBeLessThan(300);
  }

  test('after a deployment', async () => {
    const { page, links, close } = await openScrolled((file) => file.startsWith('assets/'));
    paper.site.failing = undefined;
    paper.site.folder = second;
    await expectPlace(page, links, await openStory(links));
    await close();
  });

  test('after a reload at the top of the story, although the code for places was not loaded before', async () => {
    const { page, links, close } = await openScrolled((file) => file.startsWith('assets/scroll-restorer'));
    const opened = await openStory(links);
    await page.waitForFunction(() => scrollY === 0);
    paper.site.failing = undefined;
    await page.reload();
    await expectPlace(page, links, opened);
    await close();
  });
});

describe('the page is not reloaded, and a message offers it', () => {
  test('while text is typed', async () => {
    const { page, uncaught, close } = await openBeforeDeployment();
    await interact(page);
    await page.locator('.all-topics').click();
    await page.locator('.filter-panel input').first().fill('spa');
    paper.site.folder = second;
    await page.keyboard.press('Tab');
    await page.locator('.sort-link').click();
    await page.getByText(strings.failureReasons.outdated).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-marked'))).toBe(true);
    await page.getByRole('button', { name: strings.reload }).first().click();
    await waitForReload(page);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('in a tab that was reloaded for that build already', async () => {
    const { page, uncaught, close } = await openBeforeDeployment();
    // The host answers with old documents and new data.
    paper.site.failing = (file) => (file.startsWith('assets/on-first') ? 404 : undefined);
    paper.site.faults.set('data/edition.json', {
      replace: (body: string) => body.replace(/"app":"[^"]*"/, '"app":"index-other.js"'),
    });
    await page.mouse.move(300, 300);
    await waitForReload(page);
    await markDocument(page);
    await page.mouse.move(300, 300);
    await notice(page).getByText(strings.failureReasons.outdated).waitFor();
    await expectWholePage(page);
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-marked'))).toBe(true);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('without session storage', async () => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto(paper.site.url);
    await waitForHydration(page);
    await markDocument(page);
    paper.site.folder = second;
    await page.mouse.move(300, 300);
    await notice(page).getByText(strings.failureReasons.outdated).waitFor();
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-marked'))).toBe(true);
    expect(uncaught()).toEqual([]);
    await close();
  });
});

test('a document of the build before gets the new one, once', async () => {
  const { page, close } = await newFaultyPage(paper.browser);
  let requests = 0;
  // A cache between has the old document for the first request.
  paper.site.folder = second;
  await page.route(paper.site.url, async (route) => {
    requests += 1;
    if (requests > 1) return route.continue();
    paper.site.folder = first;
    const response = await route.fetch();
    paper.site.folder = second;
    return route.fulfill({ response });
  });
  await page.goto(paper.site.url);
  await waitForHydration(page);
  expect(requests).toBe(3);
  await close();
});
