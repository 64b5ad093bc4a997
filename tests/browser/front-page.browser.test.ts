import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strings } from '../../src/app/i18n/strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW, paperStories } from '../support/test-paper.ts';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe('without JavaScript', () => {
  test('stories have source links, except those without a source', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    const hrefs = await page
      .locator('.source-link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const shown = paperStories(30);
    expect(hrefs).toEqual(shown.flatMap(({ webUrl }) => webUrl ?? []));
    expect(hrefs.length).toBeLessThan(shown.length);
    await close();
  });

  test('a menu shows the three links of a story', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    const menu = page.locator('.source-link-menu').first();
    const hosts = menu.locator('a bdi');
    expect(await hosts.first().isVisible()).toBe(false);
    await menu.locator('summary').click();
    expect(await hosts.filter({ visible: true }).allTextContents()).toEqual([
      'p0.example',
      'amp.p0.example',
      'amp-p0-example.cdn.ampproject.org',
    ]);
    await close();
  });

  test('a page that needs JavaScript says so, and links to the front page', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}nowhere/`);
    expect(await page.textContent('main h1')).toBe(strings.needsScript.title);
    await page.click('main a');
    expect(page.url()).toBe(site.url);
    await close();
  });
});

describe('with JavaScript', () => {
  test('other hosts serve only images', async () => {
    const { page, foreignRequests, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await waitForHydration(page);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => document.body.textContent?.includes('This edition was built on'));
    expect(foreignRequests).toContain('https://images.example/0.jpg');
    for (const url of foreignRequests) expect(url).toMatch(/^https:\/\/images\.example\/\d+\.jpg$/);
    await close();
  });
});
