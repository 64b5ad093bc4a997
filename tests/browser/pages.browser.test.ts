import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

/** One page of every kind. */
const PAGES = {
  front: '',
  topic: 'topics/science/',
  provider: 'providers/nobelprize.org/',
  archive: 'archive/1/',
  article: 'articles/2021/05/harris-visit-to-mexico-and-guatemala/',
  'article with a body': 'articles/2022/06/http-3-goes-over-quic/',
  'right-to-left article': 'articles/2025/10/chemistry-frameworks-with-room-inside/',
  video: 'articles/2005/04/me-at-the-zoo/',
  settings: 'settings/',
};
const KINDS = Object.entries(PAGES);

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
  test('one reads the front page, an older page, a topic, an article, and goes out from there', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    expect(await page.textContent('h1')).toBe('Broadsheet');
    expect(await page.locator('.stories > li').count()).toBe(30);

    await page.getByRole('link', { name: 'Older stories' }).click();
    expect(new URL(page.url()).pathname).toBe('/archive/1/');
    expect(await page.locator('.stories > li').count()).toBe(30);

    await page.locator('.foot-topics a', { hasText: 'Election' }).click();
    expect(await page.textContent('h1')).toBe('Election');

    await page.getByRole('link', { name: /^White House prepares/ }).click();
    expect(await page.textContent('h1')).toContain('White House prepares');
    expect(await page.locator('.ways-out bdi').allTextContents()).toEqual([
      'rss.cnn.com',
      'amp.cnn.com',
      'amp-cnn-com.cdn.ampproject.org',
    ]);
    const related = page.locator('.related-card').first();
    expect(await related.locator('.way-out').getAttribute('href')).toMatch(/^https?:\/\//);
    expect(await related.locator('.link-choice a').count()).toBeGreaterThan(1);
    await close();
  });

  test('nothing is offered that needs it', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    for (const [, address] of KINDS) {
      await page.goto(site.url + address);
      expect(await page.locator('button:visible').allTextContents(), address).toEqual([]);
    }
    await close();
  });
});

describe('every kind of page', () => {
  describe.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'in %s, with the clock a year on',
    (timezone) => {
      test.each(KINDS)('%s: is taken over without an error, a request for data or a shift', async (_, address) => {
        const now = new Date(Date.now() + 366 * 86_400_000).toISOString();
        const { page, errors, close } = await browser.newPage({ timezone, now });
        const shifts = await watchShifts(page);
        site.requests.length = 0;
        await page.goto(site.url + address, { waitUntil: 'networkidle' });
        await waitForHydration(page);
        expect(errors).toEqual([]);
        expect(site.requests.map(({ path }) => path).filter((path) => /\/data\/(?!build)/.test(path))).toEqual([]);
        expect(await shifts.total()).toBe(0);
        await close();
      });
    },
  );
});
