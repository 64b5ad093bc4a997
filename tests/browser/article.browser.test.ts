import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceLinkStrings } from '../../src/app/article/source-links/source-link-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { waitForEffects, waitForHydration } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { focusedText, isSameDocument, markDocument, tabTo } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

const NOW = '2026-11-23T10:00:00Z';

const article = (title: string, publishedAt: string, more: string, body = ''): string =>
  `---\ntitle: "${title}"\npublishedDateTime: ${publishedAt}\n${more}\n---\n${body}`;

const SCIENCE = 'topics: [Science]';
const source = (name: string): string =>
  `webUrl: https://www.source.example/${name}\nprovider: { name: The Source, domain: source.example }\n${SCIENCE}`;

const related = (name: string): string => `
  - title: Foreign ${name}
    publishedDateTime: 2021-05-17
    webUrl: https://www.other.example/${name}
    ampWebUrl: https://amp.other.example/${name}
    cdnAmpWebUrl: https://amp-other-example.cdn.ampproject.org/c/s/amp.other.example/${name}
    provider: { name: Other Paper, domain: other.example }`;

const LOCAL_STORY = `
  - title: Ours
    publishedDateTime: 2026-11-20T10:00:00Z
    webUrl: https://www.source.example/fresh
    ampWebUrl: https://amp.source.example/fresh
    cdnAmpWebUrl: https://amp-source-example.cdn.ampproject.org/c/s/amp.source.example/fresh`;

const FILES = {
  'site.yaml': 'title: Paper\nlanguage: en-GB\nrepository: https://github.com/owner/paper\n',
  'future.md': article('Of next week', '2026-11-30T08:00:00Z', source('future')),
  'redirect.md': article(
    'Behind a feed',
    '2026-11-22T08:00:00Z',
    `webUrl: http://rss.source.example/~r/all/~3/x/index.html
ampWebUrl: https://amp.source.example/x
cdnAmpWebUrl: https://amp-source-example.cdn.ampproject.org/c/s/amp.source.example/x
${SCIENCE}`,
  ),
  'midnight.md': article('Of a day', '2026-11-21', source('midnight')),
  'fresh.md': article('Fresh', '2026-11-20T10:00:00Z', source('fresh')),
  'hostile.md': article(
    'A &lt;b&gt;bold&lt;/b&gt; title',
    '2026-11-19T10:00:00Z',
    source('hostile'),
    'Body <img src=x onerror="document.title = 1"> & `<i>code</i>`\n\n&lt;script&gt;document.title = 2&lt;/script&gt;\n',
  ),
  'old.md': article(
    'Old',
    '2021-05-19T15:02:27Z',
    `${source('old')}\nimages: [{ url: "https://images.example/a.jpg", width: 1200, height: 800 }]
featuredContent: '<iframe src="https://www.youtube.com/embed/jNQXAC9IVRw"></iframe>'
related:${Array.from('abcdef', related).join('')}${LOCAL_STORY}`,
  ),
};

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const { folder, exitCode, stderr } = await buildSite({ CONTENT_DIR: writeContent(FILES) });
  expect(exitCode, stderr).toBe(0);
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const urlOf = (name: string): string => `${site.url}articles/${name}/`;

describe('the source links of an article', () => {
  test('show their host, once', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(urlOf('redirect'));
    const links = page.locator('.source-link-list a');
    expect(await links.allInnerTexts()).toEqual([
      `${sourceLinkStrings.readOn.origin}\n${sourceLinkStrings.via({ host: 'rss.source.example' })}`,
      'Publisher’s AMP page\namp.source.example',
      'AMP cache\namp-source-example.cdn.ampproject.org',
    ]);
    for (const link of await links.all()) {
      const [name, href] = [await link.innerText(), (await link.getAttribute('href')) ?? ''];
      expect(name.split(new URL(href).hostname)).toHaveLength(2);
    }
    await page.goto(urlOf('fresh'));
    expect(await links.allInnerTexts()).toEqual(['Read the original\nsource.example']);
    await close();
  });

  test('are not requested before a click: other hosts serve only images', async () => {
    const { page, foreignRequests, close } = await browser.newPage({ now: NOW });
    await page.goto(urlOf('old'), { waitUntil: 'networkidle' });
    await waitForHydration(page);
    await page.locator('.link-fallback summary').click();
    await page.locator('.related > details > summary').click();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => document.body.textContent?.includes('This edition was built on'));
    expect(foreignRequests).toEqual(['https://images.example/a.jpg']);
    await page.getByRole('button', { name: 'Play the video' }).click();
    await page.locator('iframe').waitFor();
    await expect.poll(() => foreignRequests[1]).toBe('https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?autoplay=1');
    await close();
  });

  test('of an article older than a year include an archived copy, after hydration', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(urlOf('old'));
    await page.getByText('Not loading?').click();
    const copy = page.getByRole('link', { name: `${sourceLinkStrings.archivedCopy} web.archive.org` });
    expect(await copy.getAttribute('href')).toBe(
      'https://web.archive.org/web/20210519150227/https://www.source.example/old',
    );
    await page.goto(urlOf('fresh'));
    await waitForHydration(page);
    await page.mouse.move(1, 1);
    await page.locator('.copy-tool').waitFor();
    expect(await page.getByText('Not loading?').count()).toBe(0);
    await close();
  });

  test('that are feed redirects include the AMP page and an archived copy, without JavaScript', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(urlOf('redirect'));
    await page.getByText('Not loading?').click();
    const hrefs = await page
      .locator('.link-fallback a >> visible=true')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs).toEqual([
      'https://amp.source.example/x',
      'https://web.archive.org/web/20261122080000/http://rss.source.example/~r/all/~3/x/index.html',
    ]);
    await page.goto(urlOf('old'));
    expect(await page.getByText('Not loading?').count()).toBe(0);
    expect(await page.locator('.article-tools').isVisible()).toBe(false);
    await close();
  });

  test('are next to a button that copies the link of the article, and says so', async () => {
    const { page, context, close } = await browser.newPage({ now: NOW });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${urlOf('fresh')}#top`);
    await waitForHydration(page);
    await page.mouse.move(1, 1);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.locator('[role=status] >> text=Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(urlOf('fresh'));
    await close();
  });
});

describe('the other stories on an article page', () => {
  test('related stories have all their links and a date, those with a page on this site first', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(urlOf('old'));
    await waitForHydration(page);
    const cards = page.locator('.related .related-card');
    expect(await cards.locator('h3').allTextContents()).toEqual([
      'Ours',
      ...Array.from('abcdef', (name) => `Foreign ${name}`),
    ]);
    expect(await page.locator('.related-card >> visible=true').count()).toBe(6);
    await tabTo(page, '.related > details > summary');
    await page.keyboard.press('Enter');
    await page.locator('.related-card').last().locator('h3').waitFor();
    expect(await focusedText(page)).toBe('1 more story');
    for (const card of await cards.all()) {
      const links = card.locator('.card-footer a >> visible=true');
      const title = await card.locator('h3').textContent();
      const host = new URL((await links.first().getAttribute('href')) ?? '').hostname.replace('www.', '');
      for (const name of [host, 'AMP page', 'AMP cache'])
        expect(await card.getByRole('link', { name: `${name} ${title}`, exact: true }).count()).toBe(1);
      expect(await links.count()).toBe(3);
      expect(await card.locator('time').textContent()).toMatch(/^\d+ \w+ 20(21|26)$/);
    }
    expect(await page.locator('.related-card h3 a').first().getAttribute('href')).toBe('/articles/fresh/');
    await close();
  });

  test('related stories have all their links without JavaScript', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(urlOf('old'));
    const card = page.locator('.related-card', { hasText: 'Foreign a' });
    expect(await card.locator('.card-footer a').allTextContents()).toEqual(['other.example', 'AMP page', 'AMP cache']);
    await close();
  });

  test('related stories have the preferred kind of link first, and nothing shifts', async () => {
    const { page, errors, close } = await browser.newPage({ width: 1280, height: 2400, now: NOW });
    await page.addInitScript(() => localStorage.setItem('broadsheet:link', 'amp'));
    const shifts = await watchShifts(page);
    await page.goto(urlOf('old'), { waitUntil: 'networkidle' });
    await waitForEffects(page);
    const links = page.locator('.related-card', { hasText: 'Foreign a' }).locator('.card-footer a');
    expect(await links.allTextContents()).toEqual(['amp.other.example', 'Original', 'AMP cache']);
    expect(await links.first().isVisible()).toBe(true);
    expect(await shifts.total()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('previous and next story are those of the list that it was opened from, also after a reload', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url);
    await page.locator('.topic-bar a', { hasText: 'Science' }).click();
    await page.waitForURL('**/topics/science/');
    await page.locator('h3 a', { hasText: 'Of a day' }).click();
    const nav = page.getByRole('navigation', { name: 'Previous and next story' });
    const expected = ['Previous Behind a feed', 'Next Fresh'];
    await nav.waitFor();
    expect(await nav.getByRole('link').allTextContents()).toEqual(expected);
    await page.reload();
    await nav.waitFor();
    expect(await nav.getByRole('link').allTextContents()).toEqual(expected);
    expect(await page.locator('.back-link').textContent()).toBe('Back to Science');
    await nav.getByRole('link', { name: 'Next' }).click();
    await page.locator('h1 >> text=Fresh').waitFor();
    expect(await nav.getByRole('link').first().textContent()).toBe('Previous Of a day');
    expect(errors).toEqual([]);
    await close();
  });

  // At the second height the end of the page is in view from the start.
  test.each([
    [390, 844],
    [390, 2400],
    [1280, 800],
    [1280, 2400],
  ])('what appears after hydration shifts nothing at %i by %i px', async (width, height) => {
    const { page, errors, close } = await browser.newPage({ width, height, now: NOW, remoteImages: 'plate' });
    const shifts = await watchShifts(page);
    await page.goto(`${site.url}topics/science/`);
    await page.waitForFunction(() => sessionStorage.length > 0);
    for (const name of ['midnight', 'hostile', 'old']) {
      await page.goto(urlOf(name), { waitUntil: 'networkidle' });
      await page.mouse.move(1, 1);
      await page.getByRole('navigation', { name: 'Previous and next story' }).waitFor();
      expect(await page.locator('.back-link').textContent()).toBe('Back to Science');
      expect(await shifts.total(), name).toBe(0);
    }
    expect(errors).toEqual([]);
    await close();
  });
});

describe('an article', () => {
  test('opened by its address links to its topic, and its back link to the front page', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(urlOf('fresh'));
    await waitForHydration(page);
    await markDocument(page);
    expect(await page.locator('.kicker a').getAttribute('href')).toBe('/topics/science/');
    expect(await page.getByRole('navigation', { name: 'Previous and next story' }).count()).toBe(0);
    await page.locator('.back-link').click();
    await page.locator('.stories .card').first().waitFor();
    expect(page.url()).toBe(site.url);
    expect(await isSameDocument(page)).toBe(true);
    await close();
  });

  test('with a future date shows the date, and one without a time of day shows no time', async () => {
    const { page, close } = await browser.newPage({ now: NOW, timezone: 'Pacific/Auckland' });
    const dateOf = async (name: string): Promise<string> =>
      page
        .locator('.card', { has: page.locator(`h3 a[href$="/${name}/"]`) })
        .locator('time')
        .innerText();
    await page.goto(site.url);
    await page.waitForFunction(() =>
      /^\d+ days? ago$/.test(document.querySelectorAll('.card time')[1]?.textContent ?? ''),
    );
    expect([await dateOf('future'), await dateOf('redirect'), await dateOf('midnight')]).toEqual([
      '30 Nov 2026',
      '1 day ago',
      '2 days ago',
    ]);
    await page.goto(urlOf('future'));
    await waitForHydration(page);
    expect(await page.locator('.article time').first().innerText()).toBe('Monday, 30 November 2026, 08:00 UTC');
    await page.goto(urlOf('midnight'));
    await waitForHydration(page);
    const time = page.locator('.article time').first();
    expect(await time.innerText()).toBe('Saturday, 21 November 2026');
    expect(await time.getAttribute('datetime')).toBe('2026-11-21');
    await close();
  });

  test('shows markup in its title and body as text', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(urlOf('hostile'));
    await waitForHydration(page);
    const body = await page.locator('.prose').innerText();
    expect(body).toContain('<i>code</i>');
    expect(body).toContain('<script>document.title = 2</script>');
    expect(await page.locator('h1').innerText()).toBe('A <b>bold</b> title');
    expect(await page.locator(':is(h1, .prose) :is(b, i, script, [onerror])').count()).toBe(0);
    expect(await page.title()).toBe('A <b>bold</b> title · Paper');
    expect(errors).toEqual([]);
    await close();
  });

  test.each([
    [320, 'light'],
    [1280, 'dark'],
  ] as const)(
    'with everything open at %i px, %s: axe finds no violation, and nothing scrolls horizontally',
    async (width, colorScheme) => {
      const { page, close } = await browser.newPage({ width, colorScheme, now: NOW, remoteImages: 'plate' });
      await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await page.goto(site.url);
      await page.getByRole('link', { name: 'Old', exact: true }).click();
      await page.getByRole('navigation', { name: 'Previous and next story' }).waitFor();
      await page.getByText('Not loading?').click();
      await page.getByText('1 more story').click();
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('button', { name: 'Link', exact: true }).click();
      expect(await page.getByRole('textbox', { name: 'Text to copy' }).inputValue()).toBe(urlOf('old'));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await close();
    },
  );

  test('names its content file, with a link to the repository', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(urlOf('fresh'));
    const line = page.getByText('Content file fresh.md at github.com');
    // The content folder is outside of the project, so it counts as a repository of its own.
    expect(await line.getByRole('link', { name: 'github.com' }).getAttribute('href')).toBe(
      'https://github.com/owner/paper/blob/HEAD/fresh.md',
    );
    await close();
  });
});
