import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { TestBrowser } from './browser.ts';
import { buildSite } from './build-site.ts';
import { watchFetches } from './fetches.ts';
import { waitForEffects } from './hydration.ts';
import { watchShifts } from './layout-shift.ts';
import { findWindow, secretWindows } from './secrets.ts';
import { startDev } from './start-server.ts';
import { serveFolder } from './static-server.ts';
import { NOW } from './test-paper.ts';

/* Expectations of any site: `npm test` checks them with fixtures, the audit `real-folders` with real content. */

export const listFiles = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();

/** A build with only a draft fails and explains how to include it. */
export async function expectDraftIsRefused(content: string): Promise<void> {
  const { exitCode, stdout, stderr } = await buildSite({ CONTENT_DIR: content });
  expect(exitCode).toBe(1);
  expect(stdout + stderr).toContain('1 file: 0 articles, 1 draft, 0 duplicates, 0 rejected');
  expect(stdout + stderr).toContain('UNPUBLISHED=show');
}

export async function expectDraftIsBuilt(content: string): Promise<void> {
  const { exitCode, stdout } = await buildSite({ CONTENT_DIR: content, UNPUBLISHED: 'show' });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('1 file: 0 articles, 1 draft shown, 0 duplicates, 0 rejected');
}

/** The dev server shows a draft with a badge, its three related stories, and three links of each. */
export async function expectDraftInDev(browser: TestBrowser, content: string): Promise<void> {
  const dev = await startDev({ CONTENT_DIR: content });
  try {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(dev.url);
    await page.locator('.badge', { hasText: 'Draft' }).waitFor();
    await page.mouse.move(1, 1);
    await page.locator('.menu-tool').first().click();
    await page.locator('.card-menu').waitFor();
    expect(await page.locator('.card-menu a').count()).toBe(3);
    await page.click('h3 a');
    await page.locator('.related-card').first().waitFor();
    expect(await page.locator('.source-link-list li a').count()).toBe(3);
    expect(await page.locator('.related-card').count()).toBe(3);
    expect(await page.locator('.related-card .card-footer a').count()).toBe(9);
    await close();
  } finally {
    await dev.stop();
  }
}

/** The site and the log contain no part of a `secured` value. */
export async function expectNoCiphertext(content: string): Promise<void> {
  const { folder, stdout, stderr, exitCode } = await buildSite({ CONTENT_DIR: content, UNPUBLISHED: 'show' });
  expect(exitCode).toBe(0);
  const windows = secretWindows(path.join(content, '_news'));
  expect(windows.size).toBeGreaterThan(0);
  expect(findWindow(stdout + stderr, windows)).toBeUndefined();
  for (const file of listFiles(folder))
    expect(findWindow(readFileSync(path.join(folder, file), 'utf8'), windows), file).toBeUndefined();
}

/** Builds a folder and returns the number of stories on the front page with an AMP URL. */
export async function countAmpAddresses(content: string): Promise<number> {
  const { folder, exitCode } = await buildSite({ CONTENT_DIR: content });
  expect(exitCode).toBe(0);
  const head = readFileSync(path.join(folder, 'data/feeds/all/head.json'), 'utf8');
  const { articles } = JSON.parse(head) as { articles: { ampUrl?: string }[] };
  return articles.filter(({ ampUrl }) => ampUrl).length;
}

interface Hydrated {
  content: string;
  basePath?: string;
  /** Pages besides the front page and those that it links to, relative to the base path. */
  more?: string[];
}

/** Pages of every kind hydrate without an error, a request for data or a layout shift. */
export async function expectHydration(
  browser: TestBrowser,
  { content, basePath = '/', more = [] }: Hydrated,
): Promise<void> {
  const { folder } = await buildSite({ CONTENT_DIR: content });
  const site = await serveFolder(folder, { basePath });
  const { page, errors, close } = await browser.newPage({ timezone: 'Pacific/Auckland', now: NOW });
  const shifts = await watchShifts(page);
  const fetches = await watchFetches(page);
  const links = (selector: string): Promise<string[]> =>
    page.locator(selector).evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
  await page.goto(site.url);
  const [topics, articles, providers] = [
    await links('.footer-topics a'),
    await links('main h3 a'),
    await links('.byline a'),
  ];
  expect(Math.min(topics.length, articles.length, providers.length)).toBeGreaterThan(0);
  const chosen = [
    site.url,
    ...more.map((address) => site.url + address),
    ...topics.slice(0, 3),
    ...articles.slice(0, 8),
    ...providers.slice(0, 1),
  ];
  for (const url of chosen) {
    const response = await page.goto(url);
    expect(response?.status(), url).toBe(200);
    await waitForEffects(page);
    expect(await shifts.total(), url).toBe(0);
    expect((await fetches.paths()).filter((file) => !file.endsWith('/data/build.json'))).toEqual([]);
  }
  expect(errors).toEqual([]);
  await close();
  await site.close();
}
