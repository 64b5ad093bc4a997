import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const { folder } = await buildSite();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

interface State {
  name: string;
  path: string;
  /** Whether the reader comes by a link from the front page, so that the app fetches what the page shows. */
  isByLink?: true;
  /** Says that the state is what it is meant to be. */
  shows: (page: Page) => Promise<void>;
}

const heading = (text: string) => async (page: Page) => {
  await page.locator('h1, h2', { hasText: text }).first().waitFor();
};

const STATES: State[] = [
  { name: 'front page', path: '', shows: async (page) => expect(await page.locator('.card').count()).toBe(30) },
  { name: 'topic', path: 'topics/science/', shows: heading('Science') },
  { name: 'provider', path: 'providers/nobelprize.org/', shows: heading('Nobel Prize') },
  {
    name: 'article',
    path: 'articles/2021/05/harris-visit-to-mexico-and-guatemala/',
    shows: heading('Related stories'),
  },
  { name: 'article with a body', path: 'articles/2022/06/http-3-goes-over-quic/', shows: heading('What it took') },
  {
    name: 'article in Arabic',
    path: 'articles/2025/10/chemistry-frameworks-with-room-inside/',
    shows: heading('نوبل'),
  },
  { name: 'video', path: 'articles/2005/04/me-at-the-zoo/', shows: async (page) => page.locator('.video').waitFor() },
  { name: 'archive', path: 'archive/1/', shows: heading('page 1 of the archive') },
  { name: 'settings', path: 'settings/', shows: heading('Settings') },
  { name: 'not found', path: 'nowhere/', shows: heading('There is no such page.') },
  { name: 'empty feed', path: 'topics/literature/', isByLink: true, shows: heading('No stories here.') },
  { name: 'failed', path: 'topics/society/', isByLink: true, shows: heading('These stories did not arrive.') },
];

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  describe.each([390, 1280])('%i px', (width) => {
    test.each(STATES)('$name: nothing to find for axe', async ({ path, isByLink, shows }) => {
      const { page, close } = await browser.newPage({ width, colorScheme });
      site.faults.set('data/feeds/topics/society/head.json', 'truncated');
      await page.route('**/data/feeds/topics/literature/head.json', (route) =>
        route.fulfill({ json: { total: 0, pages: 0, articles: [] } }),
      );
      await page.goto(site.url + (isByLink ? '' : path), { waitUntil: 'networkidle' });
      if (isByLink) await page.click(`.foot-topics a[href$="/${path}"]`);
      await shows(page);
      expect(await findings(page)).toEqual([]);
      await close();
    });
  });

  test('the open topic panel and an open choice of links', async () => {
    const { page, close } = await browser.newPage({ colorScheme });
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.locator('.link-choice summary').first().click();
    expect(await page.locator('.link-choice[open] li').count()).toBe(3);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: /^All topics/ }).click();
    await page.locator('.topic-tree').waitFor();
    expect(await findings(page)).toEqual([]);
    await close();
  });
});

test.each([320, 390, 768, 1280, 1600])('nothing scrolls sideways at %i px', async (width) => {
  const { page, close } = await browser.newPage({ width });
  for (const { path, shows } of STATES.slice(0, 10)) {
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    await shows(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, path).toBeLessThanOrEqual(0);
  }
  await close();
});

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
