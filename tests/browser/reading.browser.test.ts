import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { focusedText, isSameDocument, markDocument, tabTo } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

const HARRIS = 'articles/2021/05/harris-visit-to-mexico-and-guatemala/';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const { folder } = await buildSite();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

test('a reader with a keyboard goes to a topic, back, to an article, to a related story of ours and to its three links', async () => {
  const { page, errors, close } = await browser.newPage();
  await page.goto(site.url);
  await markDocument(page);
  await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe('Skip to the stories');

  await tabTo(page, '.topic-bar a[href$="/topics/election/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/topics/election/');
  await page.waitForSelector('.stories');
  expect(await focusedText(page)).toBe('Election');
  expect(await page.title()).toBe('Election · Broadsheet');

  await page.goBack();
  await page.waitForSelector('h3 >> text=Why growth did not stop');
  expect(page.url()).toBe(site.url);

  await page.goForward();
  await page.waitForSelector('h3 >> text=White House prepares');
  await tabTo(page, `a[href$="${HARRIS}"]`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.related');
  expect(await focusedText(page)).toMatch(/^White House prepares/);

  await tabTo(page, '.related a[href$="/articles/2021/05/harris-to-speak-at-aapi-summit/"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1 >> text=Harris to open summit');
  const links = await page
    .locator('.ways-out a')
    .evaluateAll((anchors) =>
      anchors.map((anchor) => [(anchor as HTMLAnchorElement).href, anchor.querySelector('bdi')?.textContent]),
    );
  expect(links).toEqual([
    ['http://rss.cnn.com/~r/rss/cnn_allpolitics/~3/7-wnMIXHIqU/index.html', 'rss.cnn.com'],
    ['https://amp.cnn.com/cnn/2021/05/17/politics/kamala-harris-aapi-summit/index.html', 'amp.cnn.com'],
    [
      'https://amp-cnn-com.cdn.ampproject.org/c/s/amp.cnn.com/cnn/2021/05/17/politics/kamala-harris-aapi-summit/index.html',
      'amp-cnn-com.cdn.ampproject.org',
    ],
  ]);
  await tabTo(page, '.ways-out a');
  await tabTo(page, '.ways-out a');
  await tabTo(page, '.ways-out a');
  expect(await focusedText(page)).toContain('AMP cache');
  expect(await isSameDocument(page)).toBe(true);
  expect(errors).toEqual([]);
  await close();
});

test('every related story offers the links of an article', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(site.url + HARRIS);
  const cards = page.locator('.related-card');
  await waitForHydration(page);
  expect(await cards.count()).toBe(3);
  for (const card of await cards.all()) {
    await card.locator('summary').click();
    expect(await card.locator('.link-choice a >> visible=true').count()).toBe(3);
    await page.keyboard.press('Escape');
  }
  await close();
});

test('an article opens from its card before its file has come', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(site.url);
  site.faults.set('data/articles/2025/10/economics-why-growth-did-not-stop.json', 'silent');
  await page.click('h3 a');
  await page.waitForSelector('h1 >> text=Why growth did not stop');
  expect(await page.locator('.standfirst').textContent()).toContain('Joel Mokyr');
  expect(await page.locator('.ways-out a').getAttribute('href')).toBe(
    'https://www.nobelprize.org/prizes/economic-sciences/2025/summary/',
  );
  site.faults.clear();
  await close();
});

test('Back returns to the same place, with the same stories and focus on the same headline', async () => {
  const { page, close } = await browser.newPage({ width: 390, height: 844 });
  await page.goto(site.url);
  await page.click('text=Older stories');
  await page.waitForFunction(() => document.querySelectorAll('.stories > li').length === 39);
  const headline = page.locator('h3 a', { hasText: 'TLS 1.3 shakes hands once' });
  await headline.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await headline.click();
  await page.waitForSelector('.article');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await page.waitForFunction((top) => Math.abs(window.scrollY - top) < 2, before);
  expect(await page.locator('.stories > li').count()).toBe(39);
  expect(await focusedText(page)).toBe('TLS 1.3 shakes hands once');
  await close();
});

test('older stories have a lasting address', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(site.url);
  const href = await page.getAttribute('a.button >> text=Older stories', 'href');
  expect(href).toBe('/archive/1/');
  await page.goto(new URL(href ?? '', site.url).href);
  await page.waitForSelector('article.card');
  expect(await page.locator('.stories > li').count()).toBe(30);
  expect(await page.title()).toBe('All stories, page 1 of the archive · Broadsheet');
  await close();
});

test('the preferred address is kept, and falls back where a story has none', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(`${site.url}settings/`);
  await waitForHydration(page);
  await page.getByText('AMP cache').click();
  await page.goto(site.url + HARRIS);
  await page.waitForSelector('.ways-out');
  await waitForHydration(page);
  expect(await page.locator('.ways-out [data-chosen] bdi').textContent()).toBe('amp-cnn-com.cdn.ampproject.org');
  await page.goto(site.url);
  await page.waitForSelector('.way-out');
  expect(await page.locator('.way-out').first().getAttribute('href')).toContain('nobelprize.org');
  await close();
});

test('a video asks its host for nothing before it is played', async () => {
  const { page, foreignRequests, close } = await browser.newPage();
  await page.goto(`${site.url}articles/2005/04/me-at-the-zoo/`);
  const play = page.getByRole('button', { name: 'Play the video' });
  await waitForHydration(page);
  expect(foreignRequests).toEqual([]);
  await play.click();
  await page.waitForSelector('iframe');
  expect(await page.getAttribute('iframe', 'src')).toBe(
    'https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?autoplay=1',
  );
  await close();
});

test('on a phone the topics open as a sheet that Escape closes', async () => {
  const { page, close } = await browser.newPage({ width: 390, height: 844, isMobile: true });
  await page.goto(site.url);
  await page.getByRole('link', { name: /^Topics/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Topics' });
  await sheet.getByRole('link', { name: /^Physics/ }).waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Topics/ }).click();
  await sheet.getByRole('link', { name: /^Physics/ }).click();
  await page.waitForURL('**/topics/physics/');
  await sheet.waitFor({ state: 'detached' });
  await page.waitForSelector('article.card');
  expect(await page.locator('.stories > li').count()).toBe(2);
  await close();
});

test('stories with only a body have no way out, and show the body', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(`${site.url}articles/2025/05/how-this-paper-is-made/`);
  await page.waitForSelector('.prose table');
  expect(await page.locator('.ways-out').count()).toBe(0);
  expect(await page.locator('.prose h2').allTextContents()).toEqual([
    'What a file says',
    'What is made of it',
    'What is not made of it',
  ]);
  await close();
});

test('beside an article the ways out begin where its headline does, and related stories follow without a hole', async () => {
  const { page, close } = await browser.newPage({ remoteImages: 'plate' });
  await page.goto(site.url + HARRIS);
  await page.waitForSelector('.related-card');
  const [header, ways, rail] = await Promise.all(
    ['.article-header', '.article-ways', '.article-rail'].map((part) => page.locator(part).boundingBox()),
  );
  expect(Math.abs((ways?.y ?? 0) - (header?.y ?? 99))).toBeLessThan(8);
  expect((rail?.y ?? 99) - (ways?.y ?? 0) - (ways?.height ?? 0)).toBeLessThan(40);
  await close();
});

test('on a phone an article shows its picture before the standfirst, and keeps back and its host at hand', async () => {
  const { page, close } = await browser.newPage({ width: 390, height: 844, isMobile: true, remoteImages: 'plate' });
  await page.goto(site.url);
  await page.getByRole('link', { name: 'White House prepares', exact: false }).first().click();
  await page.waitForSelector('.related-card');
  const tops = await Promise.all(
    ['h1', '.article time', '.figure', '.standfirst', '.ways-out', '.related'].map(
      async (part) => (await page.locator(part).first().boundingBox())?.y ?? 0,
    ),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  const bar = page.getByRole('navigation', { name: 'Tools' });
  expect(await bar.getByRole('link', { name: /Read “White House prepares.* at rss\.cnn\.com/ }).count()).toBe(1);
  await bar.getByRole('link', { name: 'Back to All stories' }).click();
  await page.waitForSelector('article.card');
  await page.getByRole('link', { name: /^Topics/ }).waitFor();
  await close();
});

test('on a phone the nameplate stands at the top, with and without a date above it', async () => {
  const { page, close } = await browser.newPage({ width: 390, height: 844, isMobile: true });
  for (const [address, most] of [
    ['', 48],
    [HARRIS, 24],
  ] as const) {
    await page.goto(site.url + address);
    const [plate, head] = [
      await page.locator('.nameplate').boundingBox(),
      await page.locator('.masthead').boundingBox(),
    ];
    expect(plate?.y ?? 99).toBeLessThan(most);
    // The double rule is below it.
    expect((head?.height ?? 0) - (plate?.y ?? 0) - (plate?.height ?? 0)).toBeGreaterThan(13);
  }
  await close();
});

test('a host that is too long to show keeps its end, where the click leads', async () => {
  const { page, close } = await browser.newPage({ width: 320, height: 640 });
  await page.goto(site.url);
  const host = page.locator('.foot .host').first();
  const cutAt = await host.evaluate((element) => {
    const text = element.firstElementChild as HTMLElement;
    text.textContent = `${'long-'.repeat(20)}name.example`;
    const [outer, inner] = [element.getBoundingClientRect(), text.getBoundingClientRect()];
    return { start: inner.left < outer.left - 1, end: inner.right > outer.right + 1 };
  });
  expect(cutAt).toEqual({ start: true, end: false });
  await close();
});
