import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { LEGACY_PAPER } from '../support/fixtures.ts';
import { waitForHydration } from '../support/hydration.ts';
import { buildKindsPaper, KINDS } from '../support/kinds-paper.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { expectHydration } from '../support/site-expectations.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW, paperStories } from '../support/test-paper.ts';

const KIND_NAMES = Object.entries(KINDS);
/** What a page is read at is not what it was built at. */
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

describe('without script', () => {
  test('one reads the front page, an older page, a topic, an article, and goes out from there', async () => {
    const [newest] = paperStories(1);
    const paper = await serveFolder(await buildPaper());
    const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
    await page.goto(paper.url);
    expect(await page.textContent('h1')).toBe('The Test Paper');
    expect(await page.locator('.stories > li').count()).toBe(30);

    await page.getByRole('link', { name: 'Older stories' }).click();
    expect(new URL(page.url()).pathname).toBe('/archive/6/');
    expect(await page.locator('.stories > li').count()).toBe(30);

    await page.locator('.footer-topics').getByRole('link', { name: 'Space' }).click();
    expect(await page.textContent('h1')).toBe('Space');

    await page.getByRole('link', { name: newest?.title ?? '', exact: true }).click();
    expect(await page.textContent('h1')).toBe(newest?.title);
    expect(await page.locator('.source-link-list a').first().getAttribute('href')).toBe(newest?.webUrl);
    expect(await page.locator('.source-link-list a').count()).toBe(3);
    const related = page.locator('.related-card').first();
    expect(await related.locator('.source-link').getAttribute('href')).toMatch(/^https:\/\/.*example/);
    await Promise.all([close(), paper.close()]);
  });

  test('nothing is offered that needs it', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
    for (const [, address] of KIND_NAMES) {
      await page.goto(site.url + address);
      expect(await page.locator('button:visible').allTextContents(), address).toEqual([]);
    }
    await close();
  });
});

describe('every kind of page', () => {
  test.each(KIND_NAMES)('%s has the edges of the paper, in whatever order its styles come', async (_kind, address) => {
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
    'in %s, with the clock a year on',
    (timezone) => {
      test.each(KIND_NAMES)('%s: is taken over without an error, a request for data or a shift', async (_, address) => {
        const { page, errors, close } = await browser.newPage({ timezone, now: A_YEAR_LATER });
        const shifts = await watchShifts(page);
        site.requests.length = 0;
        await page.goto(site.url + address, { waitUntil: 'networkidle' });
        await waitForHydration(page);
        expect(errors).toEqual([]);
        expect(
          site.requests.map(({ path: asked }) => asked).filter((asked) => /\/data\/(?!build)/.test(asked)),
        ).toEqual([]);
        expect(await shifts.total()).toBe(0);
        await close();
      });
    },
  );

  test.each(KIND_NAMES)(
    '%s: is drawn as the reader has set it from the first, and nothing moves',
    async (_, address) => {
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
      await page.goto(site.url + address, { waitUntil: 'networkidle' });
      await waitForHydration(page);
      const drawn = await page.evaluate(() => ({
        paper: getComputedStyle(document.body).backgroundColor,
        text: getComputedStyle(document.documentElement).fontSize,
        themeColors: [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')].map(
          ({ content }) => content,
        ),
        scrollsSideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      }));
      expect(drawn).toEqual({
        paper: 'rgb(18, 21, 23)',
        text: '21px',
        themeColors: ['#121517', '#121517'],
        scrollsSideways: false,
      });
      expect(await shifts.total()).toBe(0);
      // The pictures that are left out are all that the policy stops.
      expect(policyReports.splice(0).filter((report) => !report.startsWith('img-src'))).toEqual([]);
      expect(errors.filter((error) => !error.includes('img-src'))).toEqual([]);
      await close();
    },
  );

  test('a page is drawn before any script has come', async () => {
    // What stands in for the clock stands in for `performance` too.
    const { page, close } = await browser.newPage();
    await page.route('**/*.js', () => {});
    for (const [kind, address] of KIND_NAMES) {
      await page.goto(site.url + address, { waitUntil: 'commit' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
      expect(await page.locator('h1').isVisible(), kind).toBe(true);
    }
    await close();
  });

  test('pictures that failed before the script came are plates too, and logos letters', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url + KINDS.article, { waitUntil: 'networkidle' });
    await waitForHydration(page);
    await page.locator('.related-card').last().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('.picture-plate').length === 4);
    expect(await page.locator('img[data-failed]').count()).toBe(0);
    await close();
  });

  test('the lead picture is asked for in the head, as it is shown', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false, now: NOW });
    await page.goto(site.url);
    const preloads = await page
      .locator('head link[rel=preload][as=image]')
      .evaluateAll((links) =>
        links.map((link) => [(link as HTMLLinkElement).href, (link as HTMLLinkElement).fetchPriority]),
      );
    const lead = page.locator('.stories .picture img').first();
    expect(preloads[0]).toEqual([await lead.evaluate((image) => (image as HTMLImageElement).src), 'high']);
    await close();
  });
});

test('the pages of a legacy paper are taken over as well', () =>
  expectHydration(browser, { content: LEGACY_PAPER, basePath: '/harbour/' }));
