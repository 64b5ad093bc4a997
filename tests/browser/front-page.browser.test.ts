import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spaFallbackStrings } from '../../src/app/pages/spa-fallback-strings.ts';
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

  test('a page that needs JavaScript says so, and links to the front page', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}nowhere/`);
    expect(await page.textContent('main h1')).toBe(spaFallbackStrings.title);
    await page.click('main a');
    expect(page.url()).toBe(site.url);
    await close();
  });
});

describe('with JavaScript', () => {
  test('a menu shows the three links of a story, which are not in the page before', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url);
    await waitForHydration(page);
    await page.mouse.move(1, 1);
    const button = page.locator('.menu-tool').first();
    const hosts = page.locator('.card-menu bdi');
    const isOpen = () => button.getAttribute('aria-expanded');
    expect([await isOpen(), await hosts.count()]).toEqual(['false', 0]);
    await button.click();
    await hosts.first().waitFor();
    expect(await isOpen()).toBe('true');
    expect(await hosts.allTextContents()).toEqual([
      'p0.example',
      'amp.p0.example',
      'amp-p0-example.cdn.ampproject.org',
    ]);
    await page.locator('.masthead').click();
    await hosts.first().waitFor({ state: 'detached' });
    expect(await isOpen()).toBe('false');
    expect(errors).toEqual([]);
    await close();
  });

  test('a menu opens by keyboard, Escape closes it and returns the focus, and so does leaving it', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url);
    await waitForHydration(page);
    await page.mouse.move(1, 1);
    const button = page.locator('.menu-tool').first();
    const links = page.locator('.card-menu a');
    const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
    for (const key of ['Enter', 'Space']) {
      await button.focus();
      await page.keyboard.press(key);
      await links.first().waitFor();
      await page.keyboard.press('Tab');
      expect(await isFocused(links.first())).toBe(true);
      await page.keyboard.press('Escape');
      await links.first().waitFor({ state: 'detached' });
      expect(await isFocused(button)).toBe(true);
    }
    await page.keyboard.press('Enter');
    await links.first().waitFor();
    const items = await page.locator('.card-menu :is(a, button)').count();
    for (let presses = 0; presses <= items; presses += 1) await page.keyboard.press('Tab');
    await links.first().waitFor({ state: 'detached' });
    expect(await isFocused(button)).toBe(false);
    await button.click();
    await links.first().waitFor();
    await button.click();
    await links.first().waitFor({ state: 'detached' });
    await close();
  });

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
