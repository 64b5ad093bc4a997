import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

const HOSTILE = [
  `</script><script>document.title = 'run'</script> "quoted" 'so' & ]]> $& $' <!-- \\ --> {{x}}`,
  '\u202Eright to left\u202C \u2067or\u2069 \u200Bnot',
  'Emoji 👩‍👩‍👧‍👦🏳️‍🌈 e\u0301 and \u2028 a line end',
  'Long '.repeat(120).trim(),
];

const article = (index: number, title: string, more = ''): string => `---
title: ${JSON.stringify(title.replaceAll('<', '&lt;'))}
excerpt: ${JSON.stringify(`About ${title.replaceAll('<', '&lt;')}`)}
publishedDateTime: 2021-05-19T15:0${index}:00Z
webUrl: https://www.source.example/${index}?a=1&b="2"
ampWebUrl: https://amp.source.example/${index}
provider: { name: The Source, domain: source.example }
topics: [World]
images: [{ url: plate.svg }, { url: "https://cdn.source.example/wide.jpg", width: 1200, height: 630 }]
${more}---
`;

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const content = writeContent({
    ...Object.fromEntries(HOSTILE.map((title, index) => [`h${index}.md`, article(index, title)])),
    'good.md': article(5, 'A good story', 'updatedDateTime: 2021-05-20T08:00:00Z\n'),
    'arabic.md': article(6, 'قصة', 'locale: ar\n'),
    'draft.md': article(7, 'A draft', 'published: false\n'),
    'plain.md': '---\ntitle: Of our own\npublishedDateTime: 2021-05-18\n---\nWords.\n',
    'plate.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>',
    'site.yaml':
      'title: "The \\"Daily\\" & Co"\naddress: https://paper.example/news/\nlanguage: en-GB\nunpublished: show\n',
  });
  const { folder, exitCode, stderr } = await buildSite({ CONTENT_DIR: content });
  expect(exitCode, stderr).toBe(0);
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder, { basePath: '/news/' })]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

/** The metadata of a page, before the app has run. */
async function readHead(page: Page, address: string) {
  await page.goto(site.url + address);
  return page.evaluate(() => {
    const metas = [...document.querySelectorAll<HTMLMetaElement>('head meta')];
    const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')];
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      title: document.title,
      h1: document.querySelector('h1')?.textContent ?? '',
      canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href,
      icons: document.querySelectorAll('link[rel~=icon], link[rel=apple-touch-icon]').length,
      ampLinks: document.querySelectorAll('link[rel=amphtml]').length,
      metas: Object.fromEntries(
        metas.map((meta) => [meta.getAttribute('property') ?? meta.name, meta.content] as const),
      ),
      data: blocks.map((block) => JSON.parse(block.textContent) as Record<string, unknown>),
    };
  });
}

describe('the `<head>`', () => {
  test('of an article has its metadata, its canonical URL and structured data', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    const head = await readHead(page, 'articles/good/');
    expect(head).toMatchObject({
      lang: 'en-GB',
      dir: 'ltr',
      title: 'A good story · The "Daily" & Co',
      canonical: 'https://paper.example/news/articles/good/',
      icons: 2,
      ampLinks: 0,
      metas: {
        description: 'About A good story',
        'og:type': 'article',
        'og:site_name': 'The "Daily" & Co',
        'og:title': 'A good story',
        'og:url': 'https://paper.example/news/articles/good/',
        'og:locale': 'en_GB',
        'og:image': 'https://cdn.source.example/wide.jpg',
        'og:image:alt': 'A good story',
        'article:published_time': '2021-05-19T15:05:00Z',
        'article:modified_time': '2021-05-20T08:00:00Z',
        'twitter:card': 'summary_large_image',
      },
    });
    expect(head.metas).not.toHaveProperty('robots');
    expect(head.data).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'A good story',
        description: 'About A good story',
        datePublished: '2021-05-19T15:05:00Z',
        dateModified: '2021-05-20T08:00:00Z',
        inLanguage: 'en-GB',
        mainEntityOfPage: 'https://paper.example/news/articles/good/',
        image: [
          expect.stringMatching(/^https:\/\/paper\.example\/news\/assets\/content\/plate-.*\.svg$/) as string,
          'https://cdn.source.example/wide.jpg',
        ],
        articleSection: ['World'],
        author: { '@type': 'Organization', name: 'The Source', url: 'https://source.example/' },
        publisher: {
          '@type': 'Organization',
          name: 'The "Daily" & Co',
          url: 'https://paper.example/news/',
          logo: { '@type': 'ImageObject', url: 'https://paper.example/news/icon-512.png' },
        },
        isBasedOn: expect.stringMatching(/^https:\/\/www\.source\.example\/5/) as string,
      },
    ]);
    await close();
  });

  test('of a collection lists its articles in structured data', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    const head = await readHead(page, 'topics/world/');
    expect(head.canonical).toBe('https://paper.example/news/topics/world/');
    expect(head.metas).toMatchObject({ 'og:type': 'website', 'og:title': 'World · The "Daily" & Co' });
    const [list] = head.data as [{ '@type': string; itemListElement: { position: number; url: string }[] }];
    expect(list['@type']).toBe('ItemList');
    expect(list.itemListElement.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(list.itemListElement[1]?.url).toBe('https://paper.example/news/articles/arabic/');
    await close();
  });

  test('of an article in another language keeps the language of the page', async () => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    const head = await readHead(page, 'articles/arabic/');
    expect(head).toMatchObject({ lang: 'en-GB', dir: 'ltr', data: [{ inLanguage: 'ar' }] });
    expect(await page.locator('.article-headline').getAttribute('dir')).toBe('rtl');
    await close();
  });

  test.each(['articles/draft/', '404.html', 'settings/'])('has `noindex` for %s', async (address) => {
    const { page, close } = await browser.newPage({ javaScriptEnabled: false });
    const head = await readHead(page, address);
    expect(head.metas.robots).toBe('noindex');
    expect(head.canonical).toBeUndefined();
    expect(head.data).toEqual([]);
    await close();
  });

  test.each(HOSTILE.map((title, index) => [index, title] as const))(
    'has any title unchanged and escaped: %s',
    async (index, title) => {
      const shown = title.replace('\u2028', ' ');
      const { page, errors, close } = await browser.newPage();
      const head = await readHead(page, `articles/h${index}/`);
      expect(head.h1).not.toBe('');
      // Compared with what the page shows: cleaning of titles has tests of its own.
      expect(head.title).toBe(`${head.h1} · The "Daily" & Co`);
      expect(head.metas['og:title']).toBe(head.h1);
      expect(head.data[0]).toMatchObject({ headline: head.h1 });
      if (index !== 1) expect(head.h1.replace(/\s+/g, ' ')).toBe(shown.replace(/\s+/g, ' '));
      await page.goto(site.url, { waitUntil: 'networkidle' });
      expect(await page.title()).toBe('The "Daily" & Co');
      expect(await page.locator('h3', { hasText: head.h1.slice(0, 60) }).count()).toBe(1);
      expect(errors).toEqual([]);
      await close();
    },
  );
});

/** The feed links of a page: media type, title and path. */
const readFeedLinks = async (page: Page, address: string): Promise<string[][]> => {
  await page.goto(site.url + address);
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLLinkElement>('head link[rel=alternate]'), ({ type, title, href }) => [
      type,
      title,
      new URL(href).pathname,
    ]),
  );
};

describe('feeds, sitemaps and manifest', () => {
  test('a collection links to its own feeds, an article to the feed of all articles', async () => {
    const { page, close } = await browser.newPage();
    const title = 'The "Daily" & Co';
    expect(await readFeedLinks(page, '')).toEqual([
      ['application/atom+xml', title, '/news/atom.xml'],
      ['application/rss+xml', title, '/news/rss.xml'],
      ['application/feed+json', title, '/news/feed.json'],
    ]);
    expect((await readFeedLinks(page, 'topics/world/'))[0]).toEqual([
      'application/atom+xml',
      `World · ${title}`,
      '/news/topics/world/atom.xml',
    ]);
    expect(await readFeedLinks(page, 'articles/good/')).toEqual([['application/atom+xml', title, '/news/atom.xml']]);
    expect(await readFeedLinks(page, 'articles/draft/')).toEqual([]);
    await close();
  });

  test('the footer links to the feed', async () => {
    const { page, close } = await browser.newPage();
    await page.goto(`${site.url}topics/world/`);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Feed' }).click();
    await page.waitForURL('**/news/atom.xml');
    expect(await page.content()).toContain('Atom');
    await close();
  });

  test('feeds and sitemap are well-formed XML, whatever the titles contain', async () => {
    const { page, close } = await browser.newPage();
    for (const file of [
      'atom.xml',
      'rss.xml',
      'topics/world/atom.xml',
      'providers/source.example/rss.xml',
      'sitemap.xml',
    ]) {
      const text = await (await fetch(site.url + file)).text();
      const parsed = await page.evaluate((xml) => {
        const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
        const stories = [...documentElement.querySelectorAll('entry > title, item > title')];
        return { root: documentElement.localName, titles: stories.map(({ textContent }) => textContent) };
      }, text);
      expect(parsed.root, file).toMatch(/^(?:feed|rss|urlset)$/);
      if (file === 'atom.xml' || file === 'rss.xml') expect(parsed.titles).toContain(HOSTILE[0]);
    }
    await close();
  });

  test('the site can be installed', async () => {
    const { page, close } = await browser.newPage();
    await page.goto(`${site.url}articles/good/`);
    const session = await page.context().newCDPSession(page);
    const { url, errors, data = '{}' } = await session.send('Page.getAppManifest');
    expect(new URL(url).pathname).toBe('/news/manifest.webmanifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data)).toMatchObject({ name: 'The "Daily" & Co', lang: 'en-GB', dir: 'ltr' });
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // The browser of the tests is in incognito mode.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    const { icons } = JSON.parse(data) as { icons: { src: string; sizes: string }[] };
    for (const { src, sizes } of icons) {
      const width = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image.naturalWidth;
      }, new URL(src, url).href);
      if (sizes !== 'any') expect(`${width}x${width}`).toBe(sizes);
    }
    await close();
  });
});
