import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsStrings } from '../../src/app/pages/settings/settings-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { woff2 } from '../support/font-files.ts';
import { waitForEffects, waitForHydration } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { openWithWorker, waitUntilKept } from '../support/offline.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';
import { NOW } from '../support/test-paper.ts';

const WORDS =
  'The council of the city has voted for a plan that brings trams to all of its suburbs by the end of the decade';
const articles = Object.fromEntries(
  Array.from({ length: 6 }, (_, index) => [
    `${index}.md`,
    `---
title: "${index}: ${WORDS}"
publishedDateTime: 2026-11-2${index}T08:15:00Z
excerpt: ${Array.from({ length: 3 }, () => WORDS).join(', ')}
topics: [Space]
webUrl: https://a${index}.example/
---
${Array.from({ length: 10 }, () => WORDS).join('. ')}
`,
  ]),
);

/** Much wider than the local typefaces: without adjusted metrics, texts would take more lines than before. */
const WIDTH = 1.6;
const content = writeContent({
  ...articles,
  'site.yaml': `title: Look
typefaces:
  headlines: fonts/Head line.woff2
  text: [fonts/text.woff2, fonts/text-bold.woff2]
  interface: fonts/interface.woff2
`,
  'fonts/Head line.woff2': woff2({ weight: 800, width: WIDTH }),
  'fonts/text.woff2': woff2({ width: WIDTH }),
  'fonts/text-bold.woff2': woff2({ weight: 700, width: WIDTH, length: 41_000 }),
  'fonts/interface.woff2': woff2({ weights: [300, 800], width: WIDTH }),
});

const BASE_PATH = '/paper/';
const HEADLINE = '.card h3';

let browser: TestBrowser;
let folder: string;
let site: StaticServer;
beforeAll(async () => {
  [browser, folder] = await Promise.all([launchBrowser(), buildFolder({ CONTENT_DIR: content, ADDRESS: BASE_PATH })]);
  site = await serveFolder(folder, { basePath: BASE_PATH });
});
afterAll(() => Promise.all([browser.close(), site.close()]));

/** The first family that the style of an element names. */
const familyOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).fontFamily.split(',')[0]?.replaceAll('"', '') ?? '');

/** Whether the text of an element is rendered in a font that the page has loaded. */
async function isInLoadedFont(page: Page, selector: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.length > 0 && fonts.every(({ isCustomFont }) => isCustomFont);
}

/** The heights of the headlines and excerpts. */
const heights = (page: Page): Promise<number[]> =>
  page
    .locator('.card :is(h3, .excerpt)')
    .evaluateAll((list) => list.map((item) => item.getBoundingClientRect().height));

const fontsLoaded = (page: Page): Promise<unknown> => page.evaluate(() => document.fonts.ready.then(() => true));

const fontRequests = (): string[] =>
  site.requests.map((request) => request.path).filter((name) => name.endsWith('.woff2'));

describe('own typefaces', () => {
  test('are those of headlines, texts and the interface, without a request to another host', async () => {
    const { page, errors, foreignRequests, close } = await browser.newPage({ now: NOW });
    site.requests.length = 0;
    await page.goto(site.url);
    await waitForEffects(page);
    await fontsLoaded(page);
    expect(await familyOf(page, HEADLINE)).toBe('Paper Headlines');
    expect(await familyOf(page, '.excerpt')).toBe('Paper Text');
    expect(await familyOf(page, 'body')).toBe('Paper Interface');
    for (const selector of [HEADLINE, '.excerpt', '.page-footer a'])
      expect(await isInLoadedFont(page, selector), selector).toBe(true);
    expect(new Set(fontRequests()).size).toBe(fontRequests().length);
    expect(foreignRequests).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test('move nothing when they arrive late', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    const { total } = await watchShifts(page);
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.woff2', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(site.url, { waitUntil: 'domcontentloaded' });
    await waitForEffects(page);
    expect(await isInLoadedFont(page, HEADLINE)).toBe(false);
    const before = await heights(page);
    release();
    await fontsLoaded(page);
    expect(await isInLoadedFont(page, HEADLINE)).toBe(true);
    expect(await heights(page)).toEqual(before);
    // Words of the interface that are beside each other have slightly other widths.
    expect(await total()).toBeLessThan(0.002);
    await close();
  });

  test('are preloaded if the first screen needs them and they are small, and may be cached for ever', () => {
    const html = readFileSync(path.join(folder, 'articles/0/index.html'), 'utf8');
    const preloaded = [
      ...html.matchAll(/<link rel="preload" as="font" type="font\/woff2" href="([^"]+)" crossorigin>/g),
    ];
    expect(preloaded.map(([, href]) => href)).toEqual([
      expect.stringMatching(/^\/paper\/assets\/Head-line-[\w-]{7}\.woff2$/),
      expect.stringMatching(/^\/paper\/assets\/text-[\w-]{7}\.woff2$/),
    ]);
    const files = readdirSync(path.join(folder, 'assets')).filter((name) => name.endsWith('.woff2'));
    expect(files).toHaveLength(4);
    expect(readFileSync(path.join(folder, '_headers'), 'utf8')).toMatch(
      /font-src 'self';[^]*\/paper\/assets\/\*\n.*immutable/,
    );
  });

  test('are replaced by what the reader chooses, also at the next load', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    const { legend, options } = settingsStrings.settings['text-face'];
    const group = page.getByRole('group', { name: legend });
    await group.getByRole('radio', { name: options.own }).and(page.locator(':checked')).waitFor();
    expect(await group.getByRole('radio').count()).toBe(5);
    await group.getByText(options.sans, { exact: true }).click();
    await page.locator('html[data-text-face="sans"]').waitFor({ state: 'attached' });
    await page.waitForFunction(() => localStorage.getItem('broadsheet:reader /paper/')?.includes('"sans"'));
    await page.goto(site.url);
    expect(await familyOf(page, HEADLINE)).toBe(await familyOf(page, 'body'));
    expect(await familyOf(page, HEADLINE)).not.toMatch(/^Paper /);
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    await group.getByText(options.serif, { exact: true }).click();
    await page.locator('html:not([data-text-face])').waitFor({ state: 'attached' });
    expect(await familyOf(page, 'h1')).toBe('ui-serif');
    await page.waitForFunction(() => localStorage.getItem('broadsheet:reader /paper/')?.includes('"serif"'));
    await page.reload();
    await waitForHydration(page);
    expect(await familyOf(page, 'h1')).toBe('ui-serif');
    await group.getByText(options.own, { exact: true }).click();
    await page.locator('html[data-text-face="own"]').waitFor({ state: 'attached' });
    expect(await familyOf(page, 'h1')).toBe('Paper Headlines');
    expect(errors).toEqual([]);
    await close();
  });

  test('are there without a connection, once they were loaded', async () => {
    const { page, context, close } = await openWithWorker(browser, site.url, { now: NOW });
    await fontsLoaded(page);
    const [headline = 'none'] = fontRequests().filter((name) => name.includes('Head-line'));
    await waitUntilKept(page, 'shell', headline.slice(BASE_PATH.length));
    await context.setOffline(true);
    await page.reload();
    // The page comes from the shell: its texts are there after the app has started.
    await page.locator(HEADLINE).first().waitFor();
    await expect.poll(() => isInLoadedFont(page, HEADLINE)).toBe(true);
    await close();
  });
});
