import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toolsStrings } from '../../src/app/article/tools/text/tools-strings.ts';
import { filterStrings } from '../../src/app/filter/filter-strings.ts';
import { strings } from '../../src/app/i18n/strings.ts';
import { topStrings } from '../../src/app/pages/top/top-strings.ts';
import type { TopStories } from '../../src/model/coverage/top-stories.ts';
import { TOP_SIZE } from '../../src/model/coverage/top-stories.ts';
import type { CollectionHead } from '../../src/model/edition.ts';
import { launchBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { openFaultyPage } from '../support/faults.ts';
import { findViolations } from '../support/find-violations.ts';
import { openHydrated, waitForEffects } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { openWithWorker, uncaught, waitUntilKept } from '../support/offline.ts';
import { focusedText, tabTo } from '../support/reader.ts';
import { card, interact, seed, visit } from '../support/reader-page.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';
import { pointsOf, TOP_NOW, type TopStory, topFiles } from '../support/top-paper.ts';

const TOTAL = 128;
const HOUR = 3_600_000;
const NOW = new Date(TOP_NOW + 2 * HOUR).toISOString();

/** A story each three quarters of an hour. */
function plainStory(number: number): TopStory {
  return {
    title: `Story ${number}`,
    hours: number * 0.75,
    domain: `p${number % 6}.example`,
    topics: [number % 2 === 0 ? 'Space' : 'Culture'],
    lines: `excerpt: What there is to say about it.${number % 9 === 4 ? `\nquality: ${number % 7}` : ''}`,
  };
}

/** Reports on one event, the lead first. The last one is new. */
const FIRE: Record<string, TopStory> = {
  'fire-first': { title: 'Fire at the pier', hours: 20, domain: 'fire.example', lines: 'quality: 9' },
  'fire-second': { title: 'Boats burn', hours: 19, domain: 'p1.example' },
  'fire-third': { title: 'Smoke over the bay', hours: 0.5, domain: 'p2.example' },
};

function paper(): Record<string, string> {
  const stories: Record<string, TopStory> = {};
  for (let number = 0; number < TOTAL - 3; number += 1) stories[`story-${number}`] = plainStory(number);
  for (const [slug, story] of Object.entries(FIRE)) stories[slug] = { ...story, event: 'fire', topics: ['Culture'] };
  return { ...topFiles(stories), 'site.yaml': 'title: The Test Paper\nlanguage: en-GB\norder: top\n' };
}

let browser: TestBrowser;
let site: StaticServer;
/** The titles of the cards: the first ones in the order of points, and in the order of their dates. */
let topTitles: string[];
let newestTitles: string[];

beforeAll(async () => {
  const folder = await buildFolder({ CONTENT_DIR: writeContent(paper()) });
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
  const { articles, cards } = await fetchJson<TopStories>('data/top.json');
  expect(articles.map(({ slug }) => slug)).toEqual(cards.map(({ slug }) => slug));
  topTitles = articles.map(({ title }) => title);
  const head = await fetchJson<CollectionHead>('data/feeds/all/head.json');
  newestTitles = [...new Set(head.articles.map(({ title, event }) => (event ? 'Fire at the pier' : title)))];
});
afterEach(() => {
  site.faults.clear();
  site.failing = undefined;
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(site.url + path);
  return (await response.json()) as T;
}

const open = (path = '', options: PageOptions = {}) =>
  openHydrated(browser, site.url + path, { now: NOW, isWarm: true, ...options });

const titles = (page: Page): Promise<string[]> => page.locator('.stories h3').allTextContents();

/** Waits until the list has these cards. */
async function waitForTitles(page: Page, wanted: string[]): Promise<void> {
  await expect.poll(() => titles(page)).toEqual(wanted);
}

const topLink = (page: Page) => page.locator('.top-link');
const sortLink = (page: Page) => page.locator('.sort-link');
const whyHere = (page: Page, title: string) =>
  page.locator('.stories > li', { has: card(page, title) }).locator('.why-here');

/** What the bar above the list shows: the current order, and where its links lead. */
const orders = (page: Page) =>
  page.evaluate(() => {
    const [top, sort] = [document.querySelector('.top-link'), document.querySelector('.sort-link')];
    const hrefOf = (link: Element | null) => link?.getAttribute('href') ?? undefined;
    return [top?.getAttribute('aria-current') ?? undefined, hrefOf(top), sort?.textContent, hrefOf(sort)];
  });

const ON_TOP = ['true', '/', strings.newestFirst, '/?sort=newest'];
const ON_NEWEST = [undefined, '/', strings.newestFirst, '/?sort=oldest'];
const ON_OLDEST = [undefined, '/', strings.oldestFirst, '/?sort=newest'];

test('without JavaScript the front page is in the order of points, and says why', async () => {
  const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
  await page.goto(site.url);
  expect(await titles(page)).toEqual(topTitles);
  expect(topTitles).toHaveLength(30);
  expect(topTitles[0]).toBe('Fire at the pier');
  const { cards } = await fetchJson<TopStories>('data/top.json');
  const points = cards.filter(({ isMovedDown }) => !isMovedDown).map(pointsOf);
  expect(points.length).toBeGreaterThan(25);
  expect(points).toEqual(points.toSorted((a, b) => b - a));
  expect(topTitles).not.toEqual(newestTitles);
  await whyHere(page, 'Fire at the pier').locator('summary').click();
  expect(await whyHere(page, 'Fire at the pier').locator('p').innerText()).toMatch(
    /^\d\S* points: 3 sources in 48 hours/,
  );
  expect(await page.locator('.group-heading').count()).toBe(0);
  await close();
});

test('the list hydrates without a warning, and nothing shifts', async () => {
  const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
  const shifts = await watchShifts(page);
  // At the last height the end of the page is in view from the start.
  for (const [search, width, height] of [
    ['', 390, 844],
    ['?sort=top', 1280, 800],
    ['', 1280, 2400],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(site.url + search);
    await waitForEffects(page);
    await interact(page);
    await page.locator('.save-tool').first().waitFor();
    expect(await titles(page)).toEqual(topTitles);
    expect(await orders(page)).toEqual(ON_TOP);
    expect(await shifts.total(), `${width} by ${height} px`).toBe(0);
  }
  expect(errors).toEqual([]);
  await close();
});

test('the links above the list lead from one order to the others, and back leads back', async () => {
  const { page, errors, close } = await open();
  expect(await orders(page)).toEqual(ON_TOP);
  await sortLink(page).click();
  await page.waitForURL(`${site.url}?sort=newest`);
  await waitForTitles(page, newestTitles);
  expect(await orders(page)).toEqual(ON_NEWEST);
  expect(await page.locator('.group-heading').count()).toBeGreaterThan(0);
  expect(await page.locator('.why-here').count()).toBe(0);
  await sortLink(page).click();
  await page.waitForURL(`${site.url}?sort=oldest`);
  await card(page, `Story ${TOTAL - 4}`).waitFor();
  expect(await orders(page)).toEqual(ON_OLDEST);
  await topLink(page).click();
  await page.waitForURL(site.url);
  await waitForTitles(page, topTitles);
  expect(await orders(page)).toEqual(ON_TOP);
  await page.goBack();
  await page.waitForURL(`${site.url}?sort=oldest`);
  await card(page, `Story ${TOTAL - 4}`).waitFor();
  await page.goBack();
  await page.waitForURL(`${site.url}?sort=newest`);
  await waitForTitles(page, newestTitles);
  expect(errors).toEqual([]);
  await close();
});

test('an order in the address is that of the list and of the links, without a warning', async () => {
  const { page, errors, close } = await open('?sort=newest');
  await waitForTitles(page, newestTitles);
  await page.locator('html:not([data-filtered])').waitFor({ state: 'attached' });
  expect(await orders(page)).toEqual(ON_NEWEST);
  await page.goto(`${site.url}?utm_source=x&sort=top`);
  await waitForTitles(page, topTitles);
  await page.locator('html:not([data-filtered])').waitFor({ state: 'attached' });
  expect(await orders(page)).toEqual(ON_TOP);
  await page.goto(`${site.url}?sort=oldest`);
  await card(page, `Story ${TOTAL - 4}`).waitFor();
  expect(await orders(page)).toEqual(ON_OLDEST);
  expect(errors).toEqual([]);
  await close();
});

describe('the filter panel', () => {
  const words = filterStrings.panel;
  const options = (page: Page): Promise<string[]> =>
    page.getByRole('group', { name: words.order }).locator('label').allTextContents();

  test('offers top stories on the front page, but not with a filter', async () => {
    const { page, errors, close } = await open();
    await page.locator('.all-topics').click();
    await page.getByRole('group', { name: words.order }).waitFor();
    expect(await options(page)).toEqual([words.top, words.newest, words.oldest]);
    const order = page.getByRole('group', { name: words.order });
    expect(await order.getByLabel(words.top).isChecked()).toBe(true);
    await order.getByText(words.newest).click();
    await page.waitForURL(`${site.url}?sort=newest`);
    await waitForTitles(page, newestTitles);
    await order.getByText(words.oldest).click();
    await page.waitForURL(`${site.url}?sort=oldest`);
    expect(await order.getByLabel(words.oldest).isChecked()).toBe(true);
    await order.getByText(words.top).click();
    await page.waitForURL(site.url);
    await waitForTitles(page, topTitles);
    await page.locator('.filter-row', { hasText: 'Space' }).getByText('Space').click();
    await page.waitForURL(`${site.url}topics/space/`);
    await expect.poll(() => options(page)).toEqual([words.newest, words.oldest]);
    expect(await topLink(page).count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('does not offer them with a filter, nor on other pages', async () => {
    const { page, errors, close } = await open();
    for (const path of ['?topics=space,culture', 'topics/space/?sort=top']) {
      await page.goto(site.url + path);
      await waitForEffects(page);
      await page.locator('.all-topics').click();
      await expect.poll(() => options(page)).toEqual([words.newest, words.oldest]);
      expect(await topLink(page).count(), path).toBe(0);
    }
    expect(errors).toEqual([]);
    await close();
  });
});

test('“Older stories” goes on to the end without repeats: first in the order of points, then the newest first', async () => {
  const { page, errors, close } = await open();
  const older = page.getByRole('link', { name: strings.older });
  // The three reports on one event are one card.
  const ordered = TOP_SIZE - 2;
  const shown = [(await titles(page)).length];
  while (await older.count()) {
    await older.click();
    await page.getByText(strings.loadingOlder).waitFor({ state: 'detached' });
    if (shown.length === 1) await expect.poll(() => titles(page)).toHaveLength(ordered);
    shown.push(await settledCount(page, shown.at(-1) ?? 0));
  }
  expect(shown.slice(0, 2)).toEqual([30, ordered]);
  await page.getByText(strings.endOfList).waitFor();
  await expect.poll(() => titles(page)).toHaveLength(TOTAL - 2);
  const all = await titles(page);
  expect(new Set(all).size).toBe(all.length);
  const plain = Array.from({ length: TOTAL - 3 }, (_, number) => `Story ${number}`);
  expect(all.toSorted()).toEqual([...plain, 'Fire at the pier'].toSorted());
  const numbers = all.slice(ordered).map((title) => Number(title.replace('Story ', '')));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(errors).toEqual([]);
  await close();
});

/** The number of cards once it is larger and stable: a list is rendered in steps. */
const settledCount = (page: Page, before: number): Promise<number> =>
  page.evaluate(async (least) => {
    let [count, frames] = [least, 0];
    while (frames < 5) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const now = document.querySelectorAll('.stories h3').length;
      frames = now > least && now === count ? frames + 1 : 0;
      count = now;
    }
    return count;
  }, before);

test('with the keyboard, “Why here?” opens and closes, and its numbers make its points', async () => {
  const { page, close } = await open();
  await tabTo(page, '.why-here summary');
  expect(await focusedText(page)).toBe(topStrings.whyHere);
  const reason = page.locator('.why-here').first();
  expect(await reason.locator('p').isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await reason.locator('p').waitFor();
  const text = await reason.locator('p').innerText();
  const numbers = /^(\S+) points: (\d+) sources .*its last report (\S+) hours .*than (\d+) %/.exec(text)?.slice(1);
  const [sum = 0, sources = 0, hours = 0, quality = 0] = numbers?.map(Number) ?? [];
  expect(Math.abs(sum - pointsOf({ sources, hours, quality }))).toBeLessThanOrEqual(0.05);
  await page.keyboard.press('Space');
  await reason.locator('p').waitFor({ state: 'hidden' });
  await close();
});

/** The titles of the cards with a mark. */
const markedTitles = (page: Page): Promise<string[]> =>
  page
    .locator('.stories > li', { has: page.locator('.new-since') })
    .locator('h3')
    .allTextContents();

test('after a visit each new story has a mark, also an event with a new report, and there is no line', async () => {
  const { page, errors, close } = await open('settings/');
  const newestAt = new Date(TOP_NOW - 2 * HOUR).toISOString();
  await seed(page, { newestAt, seenAt: new Date(TOP_NOW - HOUR).toISOString() });
  await visit(page, site.url);
  const isNew = (title: string): boolean => /^(Fire at the pier|Story [012])$/.test(title);
  await expect.poll(() => markedTitles(page)).toEqual(topTitles.filter(isNew));
  expect(topTitles.filter(isNew)).toHaveLength(4);
  expect(new Set(await page.locator('.new-since').allTextContents())).toEqual(new Set([toolsStrings.isNew]));
  await sortLink(page).click();
  await page.locator('.new-since', { hasText: 'new above' }).waitFor();
  expect(await page.locator('.new-since').count()).toBe(1);
  expect(errors).toEqual([]);
  await close();
});

test('stories of a hidden provider are not in the list, and an event is shown by another report', async () => {
  const { page, errors, close } = await open('settings/');
  await seed(page, {
    hidden: {
      'provider:p3.example': [1, { name: 'Paper 3' }],
      'provider:fire.example': [1, { name: 'Paper F' }],
      'word:nothing has this': [1, { name: 'x' }],
    },
  });
  await visit(page, site.url);
  const isShown = (title: string): boolean => Number(title.replace('Story ', '')) % 6 !== 3;
  const wanted = topTitles.filter(isShown).map((title) => (title === 'Fire at the pier' ? 'Boats burn' : title));
  await waitForTitles(page, wanted);
  expect(wanted.length).toBeLessThan(30);
  await page.locator('.hidden-note').getByRole('button', { name: toolsStrings.show }).click();
  await waitForTitles(page, topTitles);
  expect(errors).toEqual([]);
  await close();
});

describe('if the order of points does not arrive', () => {
  const openFront = (page: Page): Promise<void> => page.locator('.nameplate a').click();

  test('a message says so, the other orders work, and another try shows the list', async () => {
    const { page, uncaught: errors, close } = await openFaultyPage(browser, `${site.url}topics/space/`);
    site.faults.set('data/top.json', 404);
    await openFront(page);
    const alert = page.getByRole('alert');
    await alert.getByText(topStrings.failed).waitFor();
    await alert.getByText(strings.failureReasons.missing).waitFor();
    // The newest stories are below the message.
    await waitForTitles(page, newestTitles);
    await sortLink(page).click();
    await waitForTitles(page, newestTitles);
    await topLink(page).click();
    await alert.getByText(topStrings.failed).waitFor();
    site.faults.clear();
    await alert.getByRole('button').click();
    await waitForTitles(page, topTitles);
    expect(await alert.count()).toBe(0);
    expect(errors()).toEqual([]);
    await close();
  });

  test('whole, a message says so, and another try shows the list, also of what is beyond the first page', async () => {
    const { page, uncaught: errors, close } = await openFaultyPage(browser, `${site.url}topics/space/`);
    site.faults.set('data/top.json', { replace: () => '{"cards":7}' });
    await openFront(page);
    const alert = page.getByRole('alert');
    await alert.getByText(strings.failureReasons.unreadable).waitFor();
    site.faults.set('data/top.json', { replace: (body: string) => body.replace(/"hours":[\d.]+/, '"hours":"x"') });
    await alert.getByRole('button').click();
    await waitForTitles(page, topTitles.slice(1));
    site.faults.set('data/top-more.json', 'truncated');
    await page.getByRole('link', { name: strings.older }).click();
    await alert.getByText(strings.failed.older).waitFor();
    expect(await titles(page)).toEqual(topTitles.slice(1));
    site.faults.clear();
    await alert.getByRole('button').click();
    await expect.poll(() => page.locator('.stories h3').count()).toBe(TOP_SIZE - 3);
    expect(errors()).toEqual([]);
    await close();
  });
});

test('axe finds no violation, and nothing scrolls horizontally', async () => {
  const { page, close } = await open();
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.locator('.why-here').evaluateAll((all: HTMLDetailsElement[]) => {
      for (const details of all) details.open = true;
    });
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await close();
});

test('without a connection, the front page that was seen opens again in the order of points', async () => {
  const { page, context, errors, close } = await openWithWorker(browser, site.url, { now: NOW });
  await waitUntilKept(page, 'data', 'data/top.json');
  await context.setOffline(true);
  await page.reload();
  await waitForTitles(page, topTitles);
  expect(await orders(page)).toEqual(ON_TOP);
  expect(uncaught(errors)).toEqual([]);
  await close();
});
