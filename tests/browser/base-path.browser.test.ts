import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notFoundStrings } from '../../src/app/states/not-found-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

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
beforeAll(async () => {
  content = writeContent(CONTENT);
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['/', '/election/', '/a/b/'])('below %s', (basePath) => {
  let folder: string;
  let site: StaticServer;
  beforeAll(async () => {
    const address = basePath === '/' ? basePath : `https://paper.example${basePath}`;
    const built = await buildSite({ CONTENT_DIR: content, ADDRESS: address });
    expect(built.exitCode, built.stderr).toBe(0);
    folder = built.folder;
    site = await serveFolder(folder, { basePath });
  });
  afterAll(() => site.close());

  test.each([true, false])('links lead to all kinds of pages, with JavaScript: %s', async (javaScriptEnabled) => {
    const { page, errors, close } = await browser.newPage({ javaScriptEnabled });
    const pathname = (): string => decodeURI(new URL(page.url()).pathname);
    site.requests.length = 0;
    await page.goto(site.url);
    if (javaScriptEnabled) await waitForHydration(page);
    await page.locator('.topic-links a', { hasText: 'Größe' }).click();
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

  test.each(['', 'topics/c', 'topics/gr%C3%B6%C3%9Fe-ma%C3%9F', 'providers/source.example', 'archive/2', 'settings'])(
    'a page opens with and without a trailing slash, and as index.html: %s',
    async (address) => {
      const { page, errors, close } = await browser.newPage();
      const bare = address === '' ? site.url.slice(0, -1) : site.url + address;
      for (const url of [bare, `${bare}/`, `${bare}/index.html`]) {
        site.requests.length = 0;
        await page.goto(url);
        await waitForHydration(page);
        expect(site.requests.filter(({ status }) => status >= 400)).toEqual([]);
        expect(site.requests.filter((request) => request.path.includes('/data/'))).toEqual([]);
        expect(await page.title()).not.toContain('Not found');
      }
      expect(errors).toEqual([]);
      await close();
    },
  );

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
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.card').count()).toBe(30);
    await close();
  });

  test('the assets have cache headers', () => {
    expect(readFileSync(path.join(folder, '_headers'), 'utf8')).toContain(
      `\n${basePath}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
    );
  });
});

test('`pages: newest N` pre-renders N articles; the others open through 404.html', async () => {
  const files = { ...CONTENT, 'site.yaml': 'pages: newest 5\n' };
  const { folder } = await buildSite({ CONTENT_DIR: writeContent(files) });
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
