import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { watchFetches } from '../support/fetches.ts';
import { LEGACY_PAPER } from '../support/fixtures.ts';
import { waitForEffects, waitForHydration } from '../support/hydration.ts';
import { buildKindsPaper, KINDS } from '../support/kinds-paper.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { expectHydration } from '../support/site-expectations.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW, paperStories } from '../support/test-paper.ts';

const PAGES = Object.entries(KINDS);
/** Pages are not read at the time of their build. */
const A_YEAR_LATER = '2027-11-23T20:00:00Z';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildKindsPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder, { encoding: 'br' })]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe('without JavaScript', () => {
  test('links lead from the front page to an older page, a topic, an article and its source', async () => {
    const [newest] = paperStories(1);
    const server = await serveFolder(await buildPaper());
    const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
    await page.goto(server.url);
    expect(await page.textContent('h1')).toBe('The Test Paper');
    expect(await page.locator('.stories > li').count()).toBe(30);

    await page.getByRole('link', { name: 'Older stories' }).click();
    await page.waitForLoadState();
    expect(new URL(page.url()).pathname).toBe('/archive/6/');
    expect(await page.locator('.stories > li').count()).toBe(30);

    await page.locator('.kicker a', { hasText: 'Space' }).first().click();
    await page.waitForLoadState();
    expect(await page.textContent('h1')).toBe('Space');

    await page.getByRole('link', { name: newest?.title ?? '', exact: true }).click();
    await page.waitForLoadState();
    expect(await page.textContent('h1')).toBe(newest?.title);
    expect(await page.locator('.source-link-list a').first().getAttribute('href')).toBe(newest?.webUrl);
    expect(await page.locator('.source-link-list a').count()).toBe(3);
    const related = page.locator('.related-card').first();
    expect(await related.locator('.source-link').getAttribute('href')).toMatch(/^https:\/\/.*example/);
    await Promise.all([close(), server.close()]);
  });

  test('no page shows a button', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
    for (const [, address] of PAGES) {
      await page.goto(site.url + address);
      expect(await page.locator('button:visible').allTextContents(), address).toEqual([]);
    }
    await close();
  });
});

describe('every kind of page', () => {
  test.each(PAGES)('%s has the page margins, whatever the order of its style sheets', async (_kind, address) => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
    await page.goto(site.url + address);
    const edges = await page
      .locator('.masthead, main, .page-footer')
      .evaluateAll((parts) => parts.map((part) => Number.parseFloat(getComputedStyle(part).paddingInlineStart)));
    expect(edges).toHaveLength(3);
    for (const edge of edges) expect(edge).toBeGreaterThan(16);
    await close();
  });

  describe.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'in %s, a year later',
    (timezone) => {
      test.each(PAGES)('%s hydrates without an error, a request for data or a layout shift', async (_, address) => {
        const { page, errors, close } = await browser.newPage({ timezone, now: A_YEAR_LATER });
        const shifts = await watchShifts(page);
        const fetches = await watchFetches(page);
        await page.goto(site.url + address);
        await waitForEffects(page);
        expect(errors).toEqual([]);
        expect((await fetches.paths()).filter((path) => !path.endsWith('/data/build.json'))).toEqual([]);
        expect(await shifts.total()).toBe(0);
        await close();
      });
    },
  );

  test.each(PAGES)('%s has the stored settings from the first paint, and nothing shifts', async (_, address) => {
    const { page, errors, policyReports, close } = await browser.newPage({
      width: 390,
      height: 844,
      isMobile: true,
      now: NOW,
    });
    await page.addInitScript(() => {
      const stored = { theme: 'dark', 'text-size': 'larger', 'data-saver': 'on', link: 'ampCache' };
      for (const [key, value] of Object.entries(stored)) localStorage.setItem(`broadsheet:${key}`, value);
    });
    const shifts = await watchShifts(page);
    await page.goto(site.url + address);
    await waitForEffects(page);
    const result = await page.evaluate(() => ({
      background: getComputedStyle(document.body).backgroundColor,
      text: getComputedStyle(document.documentElement).fontSize,
      themeColors: [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')].map(({ content }) => content),
      scrollsHorizontally: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }));
    expect(result).toEqual({
      background: 'rgb(18, 21, 23)',
      text: '21px',
      themeColors: ['#121517', '#121517'],
      scrollsHorizontally: false,
    });
    expect(await shifts.total()).toBe(0);
    // The policy blocks only images.
    expect(policyReports.splice(0).filter((report) => !report.startsWith('img-src'))).toEqual([]);
    expect(errors.filter((error) => !error.includes('img-src'))).toEqual([]);
    await close();
  });

  test('pages are painted before any script has loaded', async () => {
    // No fake clock: it would replace `performance` too.
    const { page, close } = await browser.newPage();
    await page.route('**/*.js', () => {});
    for (const [kind, address] of PAGES) {
      await page.goto(site.url + address, { waitUntil: 'commit' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
      await expect.poll(() => page.locator('h1').isVisible(), { message: kind }).toBe(true);
    }
    await close();
  });

  test('images that failed before hydration become placeholders, and logos letters', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url + KINDS.article, { waitUntil: 'networkidle' });
    await waitForHydration(page);
    await page.locator('.related-card').last().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('.picture-plate').length === 4);
    await expect.poll(() => page.locator('img[data-failed]').count()).toBe(0);
    await close();
  });

  test('the head preloads the lead image', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
    await page.goto(site.url);
    const preloads = await page
      .locator('head link[rel=preload][as=image]')
      .evaluateAll((links) =>
        links.map((link) => [(link as HTMLLinkElement).href, (link as HTMLLinkElement).fetchPriority]),
      );
    const lead = page.locator('.stories img.picture').first();
    expect(preloads[0]).toEqual([await lead.evaluate((image) => (image as HTMLImageElement).src), 'high']);
    await close();
  });
});

test('the pages of a site with legacy content hydrate too', () =>
  expectHydration(browser, { content: LEGACY_PAPER, basePath: '/harbour/' }));
