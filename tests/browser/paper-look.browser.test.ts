import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accentPalette } from '../../src/pipeline/settings/look/accent-palette.ts';
import { findLowContrast, randomColors } from '../support/accent-contrast.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { openHydrated, waitForHydration } from '../support/hydration.ts';
import { openWithWorker, uncaught, waitUntilKept } from '../support/offline.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';
import { NOW, paperFiles } from '../support/test-paper.ts';

/* What a publisher chooses in `site.yaml` for the look of the paper. */

const wordmark = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 60"><rect width="500" height="60" fill="${color}"/></svg>`;

const content = {
  ...paperFiles(8),
  'site.yaml': `title: Look
accent: gold
layout: list
nameplate: { light: day.svg, dark: night.svg }
footer: "© Jo Doe · [First](story-0.md) · [more](https://more.example/)"
credit: hide
pagesFolder: pages
`,
  'day.svg': wordmark('#111'),
  'night.svg': wordmark('#eee'),
  'pages/imprint.md': '---\ntitle: Imprint\n---\nJo Doe. See [the contact](contact.md).\n',
  'pages/contact.md': '# Contact\n\nWrite to us.\n',
  'pages/tickets.md': '---\ntitle: Tickets\nmenu: true\n---\nAt the door.\n',
};

let browser: TestBrowser;
let site: StaticServer;
beforeAll(async () => {
  const [launched, folder] = await Promise.all([launchBrowser(), buildFolder({ CONTENT_DIR: writeContent(content) })]);
  browser = launched;
  site = await serveFolder(folder);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

describe('the accent', () => {
  test('is a readable shade in each theme', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const link = page.locator('.source-link a, a.source-link').first();
      const color = await link.evaluate((element) => getComputedStyle(element).color);
      const channels = [...color.matchAll(/\d+/g)].map(([channel]) => Number(channel).toString(16).padStart(2, '0'));
      expect(`#${channels.join('')}`).toBe(accentPalette('#ffd700')[theme].accent);
    }
    await close();
  });

  // `npm run audit -- accents` tries 200 colours on more pages.
  test('of any colour leaves enough contrast, and one that is too light would be found', async () => {
    const { page, close } = await openHydrated(browser, site.url, { reducedMotion: 'reduce' });
    const clean = { texts: [], controls: [] };
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      for (const color of randomColors(5))
        expect(await findLowContrast(page, color, theme), `${color}, ${theme}`).toEqual(clean);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    // Its shade for the dark theme is too light for the light one, which the page has.
    const { texts, controls } = await findLowContrast(page, '#ffd700', 'dark');
    expect(texts).not.toEqual([]);
    expect(controls).not.toEqual([]);
    await close();
  });
});

describe('the layout of lists', () => {
  test('is that of the paper, also without script', async () => {
    const { page, close } = await browser.newPage({ now: NOW, javaScriptEnabled: false });
    await page.goto(site.url);
    expect(await page.locator('html').getAttribute('data-density')).toBe('list');
    await close();
  });

  test('is that of the reader, once one is chosen', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url);
    await waitForHydration(page);
    expect(await page.locator('html').getAttribute('data-density')).toBe('list');
    const buttons = page.locator('.list-layout-buttons > *');
    await buttons.first().click();
    await page.locator('html:not([data-density])').waitFor({ state: 'attached' });
    // The inline script reads it at the next load.
    await page.waitForFunction(() => localStorage.getItem('broadsheet:reader /')?.includes('cards'));
    await page.reload();
    await waitForHydration(page);
    expect(await page.locator('html').getAttribute('data-density')).toBeNull();
    await buttons.nth(1).click();
    await page.locator('html[data-density="list"]').waitFor({ state: 'attached' });
    expect(errors).toEqual([]);
    await close();
  });
});

describe('the nameplate and the footer', () => {
  test.each(['light', 'dark'] as const)(
    'show the picture of the %s theme, and fetch only that',
    async (colorScheme) => {
      const { page, errors, close } = await browser.newPage({ now: NOW, colorScheme, width: 390 });
      const pictures: string[] = [];
      page.on('request', (request) => {
        const [, name] = /content\/(day|night)/.exec(request.url()) ?? [];
        if (name !== undefined) pictures.push(name);
      });
      await page.goto(site.url);
      await waitForHydration(page);
      const heading = page.getByRole('heading', { name: 'Look', level: 1, exact: true });
      const picture = heading.locator('img:visible');
      await picture.evaluate((image: HTMLImageElement) => image.decode());
      expect(pictures).toEqual([colorScheme === 'light' ? 'day' : 'night']);
      expect(await picture.count()).toBe(1);
      const box = await picture.boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      expect(box?.width).toBeLessThanOrEqual(390);
      expect(errors).toEqual([]);
      await close();
    },
  );

  test('are in the middle from tablets on; the title takes the place of the picture without images', async () => {
    const { page, policyReports, close } = await openHydrated(browser, site.url, { now: NOW });
    const picture = page.locator('.nameplate img:visible');
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const box = await picture.boundingBox();
      expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - width / 2)).toBeLessThan(1);
    }
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    const none = page.locator('label', { has: page.locator('[name=images]') }).nth(2);
    // The page is reloaded.
    await Promise.all([page.waitForEvent('load'), none.click()]);
    await page.goto(site.url);
    await page.locator('.nameplate').getByText('Look', { exact: true }).waitFor();
    expect(await picture.count()).toBe(0);
    expect(policyReports.splice(0).every((report) => report.startsWith('img-src'))).toBe(true);
    await close();
  });

  test('have the text of the publisher, and no other name', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url);
    await waitForHydration(page);
    const text = page.locator('.footer-text');
    expect(await text.textContent()).toBe('© Jo Doe · First · more');
    expect(await page.getByText('Broadsheet').count()).toBe(0);
    await text.getByRole('link', { name: 'First' }).click();
    await page.getByRole('heading', { name: 'Story 0', level: 1 }).waitFor();
    expect(await page.locator('.masthead').getByRole('link', { name: /Look/ }).count()).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });
});

describe('pages of the paper', () => {
  test('are in the footer and the menu, and link to each other without a reload', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url);
    await waitForHydration(page);
    expect(await page.locator('.masthead-pages a').allTextContents()).toEqual(['Tickets']);
    await page.locator('.page-footer').getByRole('link', { name: 'Imprint' }).click();
    await page.getByRole('heading', { name: 'Imprint', level: 1 }).waitFor();
    expect(page.url()).toBe(`${site.url}imprint/`);
    await page.getByRole('link', { name: 'the contact' }).click();
    await page.getByRole('heading', { name: 'Contact', level: 1 }).waitFor();
    expect(await page.title()).toBe('Contact · Look');
    await page.goBack();
    await page.getByRole('heading', { name: 'Imprint', level: 1 }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('are pre-rendered and hydrated without an error, and an unknown address is not one', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, width: 390 });
    await page.goto(`${site.url}tickets/`);
    await waitForHydration(page);
    expect(await page.locator('meta[name=robots]').count()).toBe(0);
    expect(await page.locator('.prose').textContent()).toBe('At the door.');
    expect(await page.locator('.bottom-bar').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.goto(`${site.url}nowhere/`);
    await page.getByText('This page does not exist.').waitFor();
    await close();
  });

  test('that were seen open without a connection, and are no stories on the device', async () => {
    const { page, context, errors, close } = await openWithWorker(browser, `${site.url}imprint/`, { now: NOW });
    await waitUntilKept(page, 'data', 'data/articles/~/imprint.json');
    await context.setOffline(true);
    await page.reload();
    await page.getByText('Jo Doe.').waitFor();
    await page.goto(`${site.url}topics/space/`);
    await page.locator('h1', { hasText: 'Space' }).waitFor();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('main').getByText('Imprint').count()).toBe(0);
    expect(uncaught(errors)).toEqual([]);
    await close();
  });
});
