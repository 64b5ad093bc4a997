import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const { folder, exitCode, stderr } = await buildSite();
  expect(exitCode, stderr).toBe(0);
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder, { encoding: 'br' })]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe('without script', () => {
  test('its ways out lead to the sources', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    const hrefs = await page
      .locator('.way-out')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs).toHaveLength(29);
    for (const href of hrefs) expect(href).toMatch(/^https?:\/\//);
    await close();
  });

  test('offers the three addresses of a story behind a disclosure that needs none', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    const choice = page.locator('.link-choice').first();
    await choice.locator('summary').click();
    expect(await choice.locator('a bdi').allTextContents()).toEqual([
      'rss.cnn.com',
      'amp.cnn.com',
      'amp-cnn-com.cdn.ampproject.org',
    ]);
    await close();
  });

  test('says so where a page needs script, and leads back', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}nowhere/`);
    expect(await page.textContent('main h1')).toBe('This page is drawn by script.');
    await page.click('main a');
    expect(page.url()).toBe(site.url);
    await close();
  });
});

describe('with script', () => {
  test('asks other hosts for pictures alone', async () => {
    const { page, foreignRequests, close } = await browser.newPage();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => document.body.textContent?.includes('This edition was built on'));
    for (const url of foreignRequests) expect(url).toMatch(/\.jpe?g$/i);
    await close();
  });
});
