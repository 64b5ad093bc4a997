import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
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
  test('reads as a newspaper, and its ways out lead to the sources', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    expect(await page.textContent('h1')).toBe('Broadsheet');
    expect(await page.locator('.stories > li').count()).toBe(30);
    expect(await page.textContent('h3')).toBe('Why growth did not stop');
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
    await page.goto(`${site.url}topics/science/`);
    expect(await page.textContent('main h1')).toBe('This page is drawn by script.');
    await page.click('main a');
    expect(page.url()).toBe(site.url);
    await close();
  });
});

describe('with script', () => {
  test.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'takes over in %s, with the clock a year on, without an error, a request or a shift',
    async (timezone) => {
      const now = new Date(Date.now() + 366 * 86_400_000).toISOString();
      const { page, errors, close } = await browser.newPage({ timezone, now });
      await page.addInitScript(countShifts);
      site.requests.length = 0;
      await page.goto(site.url, { waitUntil: 'networkidle' });
      await page.waitForFunction(() => Object.keys(document.getElementById('root') ?? {}).length > 0);
      expect(errors).toEqual([]);
      expect(site.requests.map(({ path }) => path).filter((path) => path.startsWith('/data/'))).toEqual([]);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
      await close();
    },
  );

  test('costs at most 95 KB until the network is quiet, 80 KB of it script', async () => {
    const { page, close } = await browser.newPage({ width: 390, height: 844 });
    site.requests.length = 0;
    await page.goto(site.url);
    await vi.waitUntil(() => performance.now() - (site.requests.at(-1)?.at ?? 0) > 2_000, { timeout: 20_000 });
    const loaded = site.requests.filter(({ path }) => !/\.(svg|png)$/.test(path));
    const bytes = (pattern: RegExp): number =>
      loaded.filter(({ path }) => pattern.test(path)).reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes(/\.js$/)).toBeGreaterThan(0);
    expect(bytes(/\.js$/)).toBeLessThanOrEqual(80_000);
    expect(bytes(/./)).toBeLessThanOrEqual(95_000);
    await close();
  });

  test('asks other hosts for pictures alone', async () => {
    const { page, foreignRequests, close } = await browser.newPage();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => document.body.textContent?.includes('This edition was built on'));
    for (const url of foreignRequests) expect(url).toMatch(/\.jpe?g$/i);
    await close();
  });
});

/** Sums up layout shifts without recent input in the page. https://web.dev/articles/cls */
function countShifts(): void {
  const counted = window as unknown as { shift: number };
  counted.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) counted.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
