import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerStrings } from '../../src/app/pages/reader/reader-strings.ts';
import { notFoundStrings } from '../../src/app/states/not-found-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { card, choose, interact, readCards, save, visit, waitForStore } from '../support/reader-page.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const story = (index: number): string => `---
title: Story ${index}
publishedDateTime: 2021-05-${String((index % 28) + 1).padStart(2, '0')}T10:00:00Z
webUrl: https://source.example/${index}
topics: [Größe & Maß, "C++"]
provider: { name: The Source, domain: source.example }
image: plate.svg
---
`;
const CONTENT = {
  ...Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`2021/größe ${index}.md`, story(index)])),
  '2021/plate.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"></svg>',
};

let browser: TestBrowser;
let content: string;

const buildBelow = (basePath: string): Promise<string> =>
  buildFolder({ CONTENT_DIR: content, ADDRESS: basePath === '/' ? basePath : `https://paper.example${basePath}` });

beforeAll(async () => {
  content = writeContent(CONTENT);
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['/', '/election/', '/a/b/'])('below %s', (basePath) => {
  let folder: string;
  let site: StaticServer;
  beforeAll(async () => {
    folder = await buildBelow(basePath);
    site = await serveFolder(folder, { basePath });
  });
  afterAll(() => site.close());

  test.each([true, false])('links lead to all kinds of pages, with JavaScript: %s', async (javaScriptEnabled) => {
    const { page, errors, close } = await browser.newPage({ javaScriptEnabled });
    const pathname = (): string => decodeURI(new URL(page.url()).pathname);
    site.requests.length = 0;
    await page.goto(site.url);
    if (javaScriptEnabled) await waitForHydration(page);
    await page.locator('.footer-topics a', { hasText: 'Größe' }).click();
    await page.waitForURL('**/topics/**');
    expect(pathname()).toBe(`${basePath}topics/größe-maß/`);
    await page.locator('main h3 a', { hasText: /^Story 27$/ }).click();
    await page.waitForURL('**/articles/**');
    expect(pathname()).toContain(`${basePath}articles/2021/`);
    expect(await page.locator('.source-link-list a').getAttribute('href')).toBe('https://source.example/27');
    await page.locator('.article-header a', { hasText: 'The Source' }).click();
    await page.waitForURL('**/providers/**');
    await page.locator('.nameplate a').click();
    await page.waitForURL(site.url);
    expect(site.requests.filter(({ status }) => status >= 400)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test('a search from the form, and its index, are below it', async () => {
    const { page, errors, close } = await browser.newPage();
    await page.goto(`${site.url}search/`);
    expect(await page.locator('.search-form').getAttribute('action')).toBe(`${basePath}search/`);
    await page.fill('.search-form input', 'source');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}search/?q=source`);
    await page.waitForSelector('.search-results h3, .search-results .state-title');
    expect(site.requests.filter(({ status }) => status >= 400)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test.each([
    '',
    'topics/c',
    'topics/gr%C3%B6%C3%9Fe-ma%C3%9F',
    'providers/source.example',
    'archive/2',
    'settings',
    'search',
  ])('a page opens with and without a trailing slash, and as index.html: %s', async (address) => {
    const { page, errors, close } = await browser.newPage();
    const bare = address === '' ? site.url.slice(0, -1) : site.url + address;
    for (const url of [bare, `${bare}/`, `${bare}/index.html`]) {
      site.requests.length = 0;
      await page.goto(url);
      await waitForHydration(page);
      expect(site.requests.filter(({ status }) => status >= 400)).toEqual([]);
      const data = () => site.requests.map((request) => request.path).filter((path) => path.includes('/data/'));
      // The page of the search asks for the manifest of its index at once. No page asks for data that it holds.
      await expect.poll(data).toEqual(address === 'search' ? [`${basePath}data/search/index.json`] : []);
      expect(await page.title()).not.toContain('Not found');
    }
    expect(errors).toEqual([]);
    await close();
  });

  test('the link to older stories has the address of a page, and a click adds them to the list', async () => {
    const { page, close } = await browser.newPage();
    await page.goto(site.url);
    await waitForHydration(page);
    const older = page.getByRole('link', { name: 'Older stories' });
    expect(await older.getAttribute('href')).toBe(`${basePath}archive/2/`);
    await older.click();
    await page.waitForFunction(() => document.querySelectorAll('.stories > li').length > 30);
    await close();
  });

  test('a page that does not exist says so, and its links work', async () => {
    const { page, close } = await browser.newPage();
    await page.goto(`${site.url}no/such/page/`);
    await page.getByRole('heading', { name: notFoundStrings.page }).waitFor();
    await page.getByRole('link', { name: 'Go to the front page' }).click();
    await page.waitForURL(site.url);
    await expect.poll(() => page.locator('.card').count()).toBe(30);
    await close();
  });

  test('the assets have cache headers', () => {
    expect(readFileSync(path.join(folder, '_headers'), 'utf8')).toContain(
      `\n${basePath}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
    );
  });
});

test('two papers on one host do not share what is saved, read and chosen', async () => {
  const host = createTempFolder('host');
  cpSync(await buildBelow('/election/'), path.join(host, 'election'), { recursive: true });
  cpSync(await buildBelow('/a/b/'), path.join(host, 'a/b'), { recursive: true });
  const site = await serveFolder(host);
  const [one, two] = [`${site.url}election/`, `${site.url}a/b/`];
  const { page, context, errors, close } = await browser.newPage();
  const other = await context.newPage();
  await visit(other, two);
  // Tabs in the background are slow.
  await page.bringToFront();
  await visit(page, `${one}settings/`);
  await page.getByText('Dark', { exact: true }).click();
  await visit(page, one);
  await save(page, 'Story 27');
  await choose(page, 'Story 27', 'Mark as read');
  await choose(page, 'Story 55', 'Mark as read');
  await waitForStore(page);
  await page.reload();
  await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
  await page.locator('.card[data-read]').first().waitFor();
  await expect.poll(() => readCards(page)).toEqual(['Story 27', 'Story 55']);
  // A tab that was open, and the next page of the other paper.
  await other.bringToFront();
  for (const load of [() => interact(other), () => visit(other, two)]) {
    await load();
    await card(other, 'Story 27').locator('.save-tool[aria-pressed=false]').waitFor();
    expect(await readCards(other)).toEqual([]);
    expect(await other.locator('html[data-theme]').count()).toBe(0);
  }
  await visit(other, `${two}saved/`);
  await other.getByRole('heading', { name: readerStrings.saved.none }).waitFor();
  await page.bringToFront();
  await visit(page, `${one}saved/`);
  await card(page, 'Story 27').waitFor();
  expect(errors).toEqual([]);
  await close();
  await site.close();
});

test('`pages: newest N` pre-renders N articles; the others open through 404.html', async () => {
  const files = { ...CONTENT, 'site.yaml': 'pages: newest 5\n' };
  const folder = await buildFolder({ CONTENT_DIR: writeContent(files) });
  const hasPage = (slug: string): boolean => existsSync(path.join(folder, 'articles/2021', slug, 'index.html'));
  const written = Array.from({ length: 65 }, (_, index) => hasPage(`größe-${index}`) || hasPage(`größe ${index}`));
  expect(written.filter(Boolean)).toHaveLength(5);
  expect(existsSync(path.join(folder, 'archive/2/index.html'))).toBe(true);
  const site = await serveFolder(folder);
  const { page, close } = await browser.newPage();
  await page.goto(site.url);
  const oldest = await page.locator('main h3 a').last().getAttribute('href');
  await page.goto(new URL(oldest ?? '', site.url).href);
  await page.locator('.source-link-list').waitFor();
  expect(await page.locator('h1').count()).toBe(1);
  await close();
  await site.close();
});
