import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { strings } from '../../src/app/i18n/strings.ts';
import { archiveStrings } from '../../src/app/pages/archive-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { focusedText, isSameDocument, markDocument, tabTo } from '../support/reader.ts';
import { waitForStore } from '../support/reader-page.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { BODY_STORY, buildPaper, NOW, paperStories } from '../support/test-paper.ts';

const PHONE = { width: 390, height: 844, isMobile: true };
const stories = paperStories(200);

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterEach(() => site.faults.clear());
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

type Options = NonNullable<Parameters<TestBrowser['newPage']>[0]>;

async function open(path = '', options: Options = {}) {
  const reader = await browser.newPage({ now: NOW, ...options });
  await reader.page.goto(site.url + path);
  await waitForHydration(reader.page);
  return reader;
}

const headline = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** Waits for the page of a story. */
const waitForArticle = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();

const hrefs = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

test('by keyboard a reader opens a topic, goes back, opens an article, a related story and reaches its three links', async () => {
  const { page, errors, close } = await open();
  await markDocument(page);
  await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe('Skip to the stories');

  await tabTo(page, '.topic-bar a[href$="/topics/technology/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/topics/technology/');
  await headline(page, 'Story 50').waitFor();
  expect(await focusedText(page)).toBe('Technology');
  expect(await page.title()).toBe('Technology · The Test Paper');

  await page.goBack();
  await headline(page, 'Story 1').waitFor();
  expect(page.url()).toBe(site.url);

  await page.goForward();
  await headline(page, 'Story 50').waitFor();
  await tabTo(page, 'h3 a[href$="/articles/story-0/"]');
  await page.keyboard.press('Enter');
  await page.locator('.related').waitFor();
  expect(await focusedText(page)).toBe('Story 0');

  await tabTo(page, '.related a[href$="/articles/story-6/"]');
  await page.keyboard.press('Enter');
  await waitForArticle(page, 'Story 6');
  expect(await hrefs(page, '.source-link-list a')).toEqual([
    'https://www.p2.example/6',
    'https://amp.p2.example/6',
    'https://amp-p2-example.cdn.ampproject.org/c/s/amp.p2.example/6',
  ]);
  await tabTo(page, '.source-link-list a');
  await tabTo(page, '.source-link-list a');
  await tabTo(page, '.source-link-list a');
  expect(await focusedText(page)).toContain('AMP cache');
  expect(await isSameDocument(page)).toBe(true);
  expect(errors).toEqual([]);
  await close();
});

test('an article opens from its card before its file has loaded', async () => {
  const { page, close } = await open();
  site.faults.set('data/articles/story-1.json', 'silent');
  await headline(page, 'Story 1').click();
  await waitForArticle(page, 'Story 1');
  expect(await page.locator('.standfirst').textContent()).toContain(
    'What there is to say about the story of number 1,',
  );
  expect(await hrefs(page, '.source-link-list a')).toEqual(['https://www.p1.example/1']);
  await close();
});

test('older stories have a permanent address', async () => {
  const { page, close } = await open();
  const href = await page.getByRole('link', { name: 'Older stories' }).getAttribute('href');
  expect(href).toBe('/archive/6/');
  await page.goto(new URL(href ?? '', site.url).href);
  expect(await page.locator('.stories h3').allTextContents()).toEqual(stories.slice(20, 50).map(({ title }) => title));
  expect(await page.title()).toBe(
    strings.pageTitle({
      page: archiveStrings.title({ collection: strings.allStories, page: 6 }),
      site: 'The Test Paper',
    }),
  );
  await close();
});

test('the preferred kind of link is stored, and stories without it show another', async () => {
  const { page, close } = await open('settings/');
  await page.getByText('AMP cache', { exact: true }).click();
  await waitForStore(page);
  // Source links are hidden until hydration renders the preferred ones.
  const hydrated = page.locator('html:not([data-link])');
  await page.goto(`${site.url}articles/story-0/`);
  await hydrated.waitFor({ state: 'attached' });
  const host = 'amp-p0-example.cdn.ampproject.org';
  expect(await page.locator('.source-link-list [data-chosen] bdi').textContent()).toBe(host);
  await page.goto(site.url);
  await hydrated.waitFor({ state: 'attached' });
  expect((await hrefs(page, '.source-link')).slice(0, 2)).toEqual([
    `https://${host}/c/s/amp.p0.example/0`,
    'https://www.p1.example/1',
  ]);
  await close();
});

test('on a phone the topics open in a sheet, which closes on Escape and on the choice of a topic', async () => {
  const { page, close } = await open('', PHONE);
  await page.getByRole('link', { name: /^Topics/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await sheet.getByRole('link', { name: 'Go to Culture' }).waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Topics/ }).click();
  await sheet.getByRole('link', { name: 'Go to Culture' }).click();
  await page.waitForURL('**/topics/culture/');
  await sheet.waitFor({ state: 'detached' });
  await headline(page, 'Story 36').waitFor();
  const ofTopic = stories.filter(({ topics }) => topics.includes('Culture'));
  await expect.poll(() => page.locator('.stories > li').count()).toBe(ofTopic.length);
  await close();
});

test('articles with only a body have no source links, and show the body', async () => {
  const { page, close } = await open(`articles/story-${BODY_STORY}/`);
  await page.locator('.prose table').waitFor();
  expect(await page.locator('.source-link-list').count()).toBe(0);
  expect(await page.locator('.prose h2').allTextContents()).toEqual(['What a story may say', 'What it leads to']);
  await close();
});

test('the source links are beside the header of an article, and related stories follow without a gap', async () => {
  const { page, close } = await open('articles/story-0/', { remoteImages: 'plate' });
  const [header, links, rail] = await Promise.all(
    ['.article-header', '.source-links', '.article-rail'].map((part) => page.locator(part).boundingBox()),
  );
  expect(Math.abs((links?.y ?? 0) - (header?.y ?? 99))).toBeLessThan(8);
  const gap = (rail?.y ?? 99) - (links?.y ?? 0) - (links?.height ?? 0);
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(40);
  await close();
});

test('on a phone an article has its image before the standfirst, and a bottom bar with its back and source links', async () => {
  const { page, close } = await open('', { ...PHONE, remoteImages: 'plate' });
  await headline(page, 'Story 0').click();
  await page.locator('.related-card').first().waitFor();
  const tops = await Promise.all(
    ['h1', '.article time', '.figure', '.standfirst', '.source-link-list', '.related'].map(
      async (part) => (await page.locator(part).first().boundingBox())?.y ?? -1,
    ),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  const bar = page.getByRole('navigation', { name: 'Tools' });
  expect(await bar.getByRole('link', { name: 'Read at p0.example' }).count()).toBe(1);
  await bar.getByRole('link', { name: 'Back to All stories' }).click();
  await headline(page, 'Story 1').waitFor();
  await page.getByRole('link', { name: /^Topics/ }).waitFor();
  await close();
});

test('on a phone the nameplate is at the top, with and without a date above it', async () => {
  for (const [address, dates, maxTop] of [
    ['', 1, 48],
    ['articles/story-0/', 0, 24],
  ] as const) {
    const { page, close } = await open(address, PHONE);
    expect(await page.locator('.masthead-date b >> visible=true').count()).toBe(dates);
    const [nameplate, masthead] = [
      await page.locator('.nameplate').boundingBox(),
      await page.locator('.masthead').boundingBox(),
    ];
    expect(nameplate?.y ?? 99).toBeLessThan(maxTop);
    // The double rule is below the nameplate.
    expect((masthead?.height ?? 0) - (nameplate?.y ?? 0) - (nameplate?.height ?? 0)).toBeGreaterThan(13);
    await close();
  }
});

test('a host that is too long is truncated at its start', async () => {
  const { page, close } = await open('', { width: 320, height: 640 });
  const host = page.locator('.source-link').first();
  const overflow = await host.evaluate((element) => {
    element.textContent = `${'long-'.repeat(20)}name.example`;
    const text = document.createRange();
    text.selectNodeContents(element);
    const [outer, inner] = [element.getBoundingClientRect(), text.getBoundingClientRect()];
    return { start: inner.left < outer.left - 1, end: inner.right > outer.right + 1 };
  });
  expect(overflow).toEqual({ start: true, end: false });
  await close();
});
