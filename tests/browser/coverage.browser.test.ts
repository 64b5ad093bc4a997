import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { coverageStrings } from '../../src/app/article/coverage/coverage-strings.ts';
import { strings } from '../../src/app/i18n/strings.ts';
import type { Article } from '../../src/model/article.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { openFaultyPage } from '../support/faults.ts';
import { openHydrated, waitForEffects, waitForHydration } from '../support/hydration.ts';
import { buildKindsPaper, EVENT_REPORTS, KINDS } from '../support/kinds-paper.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { focusedText, isSameDocument, markDocument, tabTo } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { NOW } from '../support/test-paper.ts';

const EVENT = KINDS['article on an event'];
const TITLE = 'Marwick council will rebuild its burnt fish hall, with help from Tollen';
/** The other reports: titles, pages and sources. */
const OTHERS = [
  ['Fire in the fish hall of Marwick harbour', '/articles/fire-first/', 'https://www.beacon.example/fire'],
  ['Ferry to Tollen waits while Marwick fish hall burns', '/articles/fire-ferry/', 'https://www.courier.example/fire'],
];

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildKindsPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterEach(() => {
  site.failing = undefined;
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const sectionOf = (page: Page) => page.getByRole('region', { name: coverageStrings.alsoReportedBy });

/** The titles, pages and sources of the reports. */
const reportsOn = (page: Page) =>
  sectionOf(page)
    .locator('.related-card')
    .evaluateAll((cards) =>
      cards.map((card) => {
        const [title, source] = [card.querySelector('h3 a'), card.querySelector('.source-link')];
        return [title?.textContent, title?.getAttribute('href'), source?.getAttribute('href')];
      }),
    );

/** Waits until the focus is on the headline of this page. */
async function waitForFocus(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.activeElement?.matches('h1') && document.activeElement.textContent === wanted,
    title,
  );
}

/** Opens the article from the list of its topic. */
async function openFromList(page: Page): Promise<void> {
  await page.getByRole('link', { name: TITLE, exact: true }).click();
  await waitForFocus(page, TITLE);
}

test('without JavaScript an article lists the other reports with their pages and sources, and says why', async () => {
  const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
  await page.goto(site.url + EVENT);
  expect(await reportsOn(page)).toEqual(OTHERS);
  await page.getByText(coverageStrings.why).click();
  expect(await page.locator('.coverage details p').first().isVisible()).toBe(true);
  await sectionOf(page).locator('h3 a').first().click();
  await page.waitForURL('**/articles/fire-first/');
  expect(await page.textContent('h1')).toBe(OTHERS[0]?.[0]);
  expect(await sectionOf(page).locator('h3').allTextContents()).toEqual([OTHERS[1]?.[0], TITLE]);
  await close();
});

// At the second height the end of the page is in view from the start.
test.each([
  [390, 844],
  [390, 3200],
  [768, 1024],
  [1280, 800],
  [1280, 2400],
])('the list hydrates without a warning, and nothing shifts, at %i by %i px', async (width, height) => {
  const { page, errors, close } = await browser.newPage({ width, height, now: NOW, remoteImages: 'plate' });
  const shifts = await watchShifts(page);
  for (const name of EVENT_REPORTS) {
    await page.goto(`${site.url}articles/${name}/`, { waitUntil: 'networkidle' });
    await waitForEffects(page);
    await page.mouse.move(1, 1);
    await page.locator('.copy-tool').waitFor();
    expect(await reportsOn(page)).toHaveLength(2);
    expect(await shifts.total(), name).toBe(0);
  }
  expect(errors).toEqual([]);
  await close();
});

describe('opened from a list', () => {
  test('an article lists the other reports, and a link to one moves the focus to its headline', async () => {
    const { page, errors, close } = await openHydrated(browser, site.url + KINDS.topic);
    await markDocument(page);
    await openFromList(page);
    await sectionOf(page).waitFor();
    expect(await reportsOn(page)).toEqual(OTHERS);
    const [title = ''] = OTHERS[1] ?? [];
    await sectionOf(page).getByRole('link', { name: title, exact: true }).click();
    await waitForFocus(page, title);
    expect(await page.title()).toBe(`${title} · The Test Paper`);
    expect(new URL(page.url()).pathname).toBe('/articles/fire-ferry/');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect.poll(() => sectionOf(page).locator('h3').allTextContents()).toEqual([OTHERS[0]?.[0], TITLE]);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(await reportsOn(page)).toEqual(OTHERS);
    expect(await isSameDocument(page)).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });
});

test.each(['opened by its address', 'opened from a list'])(
  '%s, an article with links only has the other reports above related stories, both on the width of the page',
  async (way) => {
    const isDocument = way === 'opened by its address';
    const { page, close } = await openHydrated(browser, site.url + (isDocument ? EVENT : KINDS.topic));
    if (!isDocument) await openFromList(page);
    const boxOf = async (selector: string) => {
      const element = page.locator(selector);
      await element.waitFor();
      return (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    };
    const [reports, related, article] = [
      await boxOf('.coverage'),
      await boxOf('.related:not(.coverage)'),
      await boxOf('.article'),
    ];
    expect(related.y).toBeGreaterThanOrEqual(reports.y + reports.height);
    expect(reports.width).toBe(related.width);
    expect(reports.width).toBeGreaterThan(article.width * 0.9);
    await close();
  },
);

test('with the keyboard, Enter on the question shows words that all reports have in title or excerpt', async () => {
  const { page, close } = await openHydrated(browser, site.url + EVENT);
  await tabTo(page, '.coverage summary');
  expect(await focusedText(page)).toBe(coverageStrings.why);
  await page.keyboard.press('Enter');
  const reason = page.locator('.coverage details p');
  await reason.first().waitFor();
  expect(await reason.first().textContent()).toMatch(/^All 3 name .*, within 14 hours\.$/);
  expect(await reason.last().textContent()).toMatch(/^Most similar to this report: ./);
  const words = await reason.first().locator('em').allTextContents();
  expect(words.length).toBeGreaterThan(1);
  for (const name of EVENT_REPORTS) {
    const response = await fetch(`${site.url}data/articles/${name}.json`);
    const { title, excerpt } = (await response.json()) as Article;
    const text = `${title} ${excerpt}`.toLowerCase();
    expect(
      words.filter((word) => !text.includes(word.toLowerCase())),
      name,
    ).toEqual([]);
  }
  await page.keyboard.press('Tab');
  expect(await page.locator('.coverage details p a:focus').count()).toBe(1);
  await page.keyboard.press('Enter');
  await waitForFocus(page, OTHERS[0]?.[0] ?? '');
  await close();
});

describe('an article of which the code for the other reports fails', () => {
  const breakCode = (): void => {
    site.failing = (file) => (/^assets\/coverage-.*\.js$/.test(file) ? 'cut' : undefined);
  };

  test('opened from a list, shows all else and a note, and the retry works', async () => {
    const { page, uncaught, close } = await openFaultyPage(browser, site.url + KINDS.topic);
    breakCode();
    await openFromList(page);
    const retry = page.locator('#notice').getByRole('button', { name: strings.tryAgain });
    await retry.waitFor();
    expect(await page.locator('.source-link-list a').first().getAttribute('href')).toBe(
      'https://www.ledger.example/fire',
    );
    await page.getByRole('heading', { name: 'More on these topics' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await sectionOf(page).count()).toBe(0);
    site.failing = undefined;
    await retry.click();
    await sectionOf(page).waitFor();
    expect(await reportsOn(page)).toEqual(OTHERS);
    await expect.poll(() => page.locator('#notice').textContent()).toBe('');
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('opened by its address, stays as it was pre-rendered with a note, and the retry works', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    breakCode();
    await page.goto(site.url + EVENT);
    const retry = page.locator('#notice').getByRole('button', { name: strings.tryAgain });
    await retry.waitFor();
    expect(await page.textContent('h1')).toBe(TITLE);
    expect(await reportsOn(page)).toEqual(OTHERS);
    await page.getByText(coverageStrings.why).click();
    await page.locator('.coverage details p').first().waitFor();
    site.failing = undefined;
    await retry.click();
    await waitForHydration(page);
    expect(await reportsOn(page)).toEqual(OTHERS);
    expect(errors.filter((error) => /ydrat|React error/.test(error))).toEqual([]);
    await close();
  });
});
