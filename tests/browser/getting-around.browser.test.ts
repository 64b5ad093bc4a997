import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleStrings } from '../../src/app/article/page/article-strings.ts';
import { latestStrings } from '../../src/app/article/page/related/latest-strings.ts';
import { filterStrings } from '../../src/app/filter/filter-strings.ts';
import { strings } from '../../src/app/i18n/strings.ts';
import { keyboardStrings } from '../../src/app/keyboard/keyboard-strings.ts';
import { settingsStrings } from '../../src/app/pages/settings/settings-strings.ts';
import { launchBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { openHydrated, waitForHydration } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { focusedText } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { BODY_STORY, buildPaper, NOW, paperStories } from '../support/test-paper.ts';

let browser: TestBrowser;
let site: StaticServer;

const PHONE = { width: 390, height: 844, isMobile: true };

beforeAll(async () => {
  const folder = await buildPaper(45);
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const open = (path = '', options: PageOptions = {}) => openHydrated(browser, site.url + path, options);

test('without JavaScript a page says what needs it, and a topic and an article link to other stories', async () => {
  const { page, close } = await browser.newPage({ javaScriptEnabled: false, remoteImages: 'plate' });
  await page.goto(`${site.url}topics/science/?not=space`);
  const notice = page.locator('noscript > p');
  expect(await notice.textContent()).toBe('Filters and settings need JavaScript.');
  expect(await notice.isVisible()).toBe(true);
  expect(await page.locator('main button, .topic-bar button, .sort-link').filter({ visible: true }).count()).toBe(0);
  const subtopics = page.getByRole('list', { name: strings.subtopics }).getByRole('link');
  expect(await subtopics.allTextContents()).toEqual(['Space', 'Physics']);
  await page.goto(`${site.url}articles/story-0/`);
  expect(await page.getByRole('link', { name: articleStrings.latestIn({ topic: 'Space' }) }).getAttribute('href')).toBe(
    '/topics/space/',
  );
  expect((await page.locator('.latest-list').boundingBox())?.height).toBe(0);
  await close();
});

describe('the newest stories of the topic of an article', () => {
  const latest = (page: Page) => page.locator('.latest-list h3');

  test('load when they come near, without those that the page has, and shift nothing', async () => {
    const { page, errors, close } = await browser.newPage({ ...PHONE, now: NOW, remoteImages: 'plate' });
    const shifts = await watchShifts(page);
    site.requests.length = 0;
    await page.goto(`${site.url}articles/story-4/`, { waitUntil: 'networkidle' });
    const fetched = (): number => site.requests.filter((request) => request.path.endsWith('/space/head.json')).length;
    expect(fetched()).toBe(0);
    const listed = await page.locator('.related-card h3').allTextContents();
    await page.locator('.latest-list').scrollIntoViewIfNeeded();
    await latest(page).first().waitFor();
    const others = paperStories(45).filter(({ topics, title }) => topics.includes('Space') && title !== 'Story 4');
    expect(await latest(page).allTextContents()).toEqual(
      others.flatMap(({ title }) => (listed.includes(title) ? [] : title)).slice(0, 3),
    );
    expect(fetched()).toBe(1);
    expect(await shifts.total()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('are none if the page has all of them, and it says so', async () => {
    const { page, close } = await open('articles/story-4/', PHONE);
    const file = `${site.url}data/feeds/topics/space/head.json`;
    const head = (await (await fetch(file)).json()) as { articles: { slug: string }[] };
    const articles = head.articles.filter(({ slug }) => slug === 'story-4');
    expect(articles).toHaveLength(1);
    await page.route(file, (route) => route.fulfill({ json: { ...head, total: 1, articles } }));
    await page.locator('.latest-list').scrollIntoViewIfNeeded();
    await page.getByText(latestStrings.noOthers).waitFor();
    expect(await latest(page).count()).toBe(0);
    await close();
  });

  test('are a link only, if they fail to load', async () => {
    const { page, close } = await open('articles/story-4/', PHONE);
    site.faults.set('data/feeds/topics/space/head.json', 'truncated');
    const failed = page.waitForResponse(/\/space\/head\.json/);
    await page.locator('.latest-list').scrollIntoViewIfNeeded();
    await failed;
    await page.locator('.latest-list ul').waitFor({ state: 'attached' });
    expect(await latest(page).count()).toBe(0);
    site.faults.clear();
    await page.getByRole('link', { name: articleStrings.latestIn({ topic: 'Space' }) }).click();
    await page.waitForURL(`${site.url}topics/space/`);
    await close();
  });
});

test('on a phone the bar of an article says where its link leads, and there is none without a link', async () => {
  const { page, close } = await open('articles/story-4/', PHONE);
  expect(await page.locator('.article-bar .button-primary').textContent()).toBe('Read at p0.example');
  await page.goto(`${site.url}articles/story-${BODY_STORY}/`);
  await waitForHydration(page);
  expect(await page.locator('.bottom-bar').count()).toBe(0);
  await close();
});

test('Tab stops twice at a card; j and k go through the articles of the list that the reader comes from', async () => {
  const { page, close } = await open('topics/physics/');
  await page.mouse.move(1, 1);
  await page.locator('.menu-tool').first().waitFor();
  const stops = await page
    .locator('.stories .card')
    .evaluateAll((cards) =>
      cards
        .slice(0, 2)
        .map((card) =>
          [...card.querySelectorAll<HTMLElement>('a, button')]
            .filter(({ tabIndex }) => tabIndex === 0)
            .map(({ parentElement, className }) => className || parentElement?.className),
        ),
    );
  expect(stops).toEqual([
    ['headline', 'card-tool menu-tool'],
    ['headline', 'card-tool menu-tool'],
  ]);
  await page.getByRole('link', { name: 'Story 3', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Story 3' }).waitFor();
  await page.keyboard.press('j');
  await page.waitForURL('**/story-6/');
  await page.getByRole('heading', { level: 1, name: 'Story 6' }).waitFor();
  await page.keyboard.press('k');
  await page.waitForURL('**/story-3/');
  await page.getByRole('heading', { level: 1, name: 'Story 3' }).waitFor();
  await page.keyboard.press('k');
  await page.waitForURL('**/story-0/');
  await page.getByRole('heading', { level: 1, name: 'Story 0' }).waitFor();
  await page.keyboard.press('k');
  await page.locator('#announcer', { hasText: keyboardStrings.firstStory }).waitFor({ state: 'attached' });
  await page.locator('.related-card h3 a').first().focus();
  await page.keyboard.press('j');
  expect(await focusedText(page)).toBe('Of another paper');
  await close();
});

test('a page after the end of a list says where it ends, and leads there', async () => {
  const { page, close } = await open('?page=99999');
  await page.getByRole('heading', { name: filterStrings.endsAtPage({ page: '2' }) }).waitFor();
  await page.getByRole('link', { name: filterStrings.goToPage({ page: '2' }) }).click();
  await page.waitForURL(`${site.url}?page=2`);
  await page.getByText(filterStrings.partOf({ first: '31', last: '45', total: '45' })).waitFor();
  await expect.poll(() => page.locator('.card').count()).toBe(15);
  await close();
});

test('the settings open over the page that they change, and all settings are a page', async () => {
  const { page, errors, close } = await open('articles/story-4/');
  await page.mouse.move(1, 1);
  const gear = page.getByRole('link', { name: strings.settings }).first();
  const sheet = page.getByRole('dialog', { name: strings.settings });
  const { settings, allSettings } = settingsStrings;
  // The code that opens the sheet loads after the first interaction.
  await page.locator('.undo-toast').waitFor({ state: 'attached' });
  await gear.press('Enter');
  await sheet.getByText(settings['text-size'].options.larger, { exact: true }).click();
  await page.locator('html[data-text-size=larger]').waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await gear.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(page.url()).toBe(`${site.url}articles/story-4/`);
  await gear.click();
  await sheet.getByRole('link', { name: allSettings }).click();
  await page.waitForURL(`${site.url}settings/`);
  await page.getByRole('heading', { name: strings.settings, level: 1 }).waitFor();
  await gear.click();
  expect(await sheet.count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});
