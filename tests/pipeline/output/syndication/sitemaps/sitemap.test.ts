import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { NEWS_SITEMAP_FILE } from '../../../../../src/pipeline/output/syndication/sitemaps/news-sitemap.ts';
import { sitemapFiles } from '../../../../../src/pipeline/output/syndication/sitemaps/sitemap.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../../../support/content-folder.ts';

const ADDRESS = 'https://paper.example/';

interface Url {
  loc: string;
  lastmod?: string;
  'news:news'?: object;
}

/** Parses the entries of a sitemap or a sitemap index. */
function parseSitemap(text: string): Url[] {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'url' || name === 'sitemap' });
  const { urlset, sitemapindex } = parser.parse(text) as {
    urlset?: { url?: Url[] };
    sitemapindex?: { sitemap?: Url[] };
  };
  return urlset?.url ?? sitemapindex?.sitemap ?? [];
}

const PAPER: Files = {
  'a.md': articleFile('publishedDateTime: 2024-01-01\ntopics: [Physics]'),
  'b & c.md': articleFile(
    'publishedDateTime: 2024-01-03T10:00:00Z\nupdatedDateTime: 2024-02-01T09:00:00Z\nwebUrl: https://b.example/\nprovider: { domain: b.example }',
  ),
  'd.md': articleFile(
    'publishedDateTime: 2024-01-04T10:00:00Z\nwebUrl: https://d.example/\ntitle: A & <B> ]]&gt;\nlocale: zh-TW',
  ),
};

test('a sitemap lists every page with the date of its last change', () => {
  expect(parseSitemap(outputsOf(editionOf(PAPER, { ADDRESS })).get('sitemap.xml') ?? '')).toEqual([
    { loc: `${ADDRESS}articles/a/`, lastmod: '2024-01-01' },
    { loc: `${ADDRESS}articles/b%20%26%20c/`, lastmod: '2024-02-01T09:00:00Z' },
    { loc: `${ADDRESS}articles/d/`, lastmod: '2024-01-04T10:00:00Z' },
    { loc: `${ADDRESS}providers/b.example/`, lastmod: '2024-02-01T09:00:00Z' },
    { loc: `${ADDRESS}topics/physics/`, lastmod: '2024-01-01' },
    { loc: ADDRESS, lastmod: '2024-02-01T09:00:00Z' },
  ]);
});

test('pages that are not written as HTML are not parseSitemap', () => {
  const outputs = outputsOf(editionOf({ ...PAPER, 'site.yaml': 'pages: newest 1\n' }, { ADDRESS }));
  const articles = parseSitemap(outputs.get('sitemap.xml') ?? '').filter(({ loc }) => loc.includes('/articles/'));
  expect(articles.map(({ loc }) => loc)).toEqual([`${ADDRESS}articles/d/`]);
});

test('pages of events are listed with the date of the last change of a report', () => {
  const report = (day: number, lines = ''): string =>
    articleFile(`coverage: fire\npublishedDateTime: 2024-01-0${day}\nwebUrl: https://${day}.example/\n${lines}`);
  const files = { '1.md': report(1, 'updatedDateTime: 2024-03-01'), '2.md': report(2), '3.md': report(3) };
  const eventsIn = (paper: Files): Url[] =>
    parseSitemap(outputsOf(editionOf(paper, { ADDRESS })).get('sitemap.xml') ?? '').filter(({ loc }) =>
      loc.includes('/events/'),
    );
  expect(eventsIn(files)).toEqual([{ loc: `${ADDRESS}events/1/`, lastmod: '2024-03-01' }]);
  expect(eventsIn({ ...files, 'site.yaml': 'coverage: off\n' })).toEqual([]);
  expect(eventsIn({ '1.md': files['1.md'], '2.md': files['2.md'] })).toEqual([]);
});

test('too many pages for one sitemap are split into parts with an index', () => {
  const { built } = editionOf(PAPER, { ADDRESS });
  const files = new Map([...sitemapFiles(built, 4)].map(({ path, body }) => [path, body]));
  expect([...files.keys()]).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
  expect(parseSitemap(files.get('sitemap.xml') ?? '')).toEqual([
    { loc: `${ADDRESS}sitemap-1.xml`, lastmod: '2024-02-01T09:00:00Z' },
    { loc: `${ADDRESS}sitemap-2.xml`, lastmod: '2024-02-01T09:00:00Z' },
  ]);
  const parts = [1, 2].map((part) => parseSitemap(files.get(`sitemap-${part}.xml`) ?? ''));
  expect(parts.map((part) => part.length)).toEqual([4, 2]);
  expect(parts.flat()).toEqual(parseSitemap([...sitemapFiles(built)][0]?.body ?? ''));
});

test('a news sitemap has the articles of the two days before the newest one', () => {
  const files = { ...PAPER, 'site.yaml': 'title: News & Co\noutputs: [newsSitemap]\n' };
  const outputs = outputsOf(editionOf(files, { ADDRESS }));
  expect(parseSitemap(outputs.get(NEWS_SITEMAP_FILE) ?? '')).toMatchObject([
    {
      loc: `${ADDRESS}articles/d/`,
      'news:news': {
        'news:publication': { 'news:name': 'News & Co', 'news:language': 'zh-tw' },
        'news:publication_date': '2024-01-04T10:00:00Z',
        'news:title': 'A & <B> ]]>',
      },
    },
    { 'news:news': { 'news:publication': { 'news:language': 'en' } } },
  ]);
  expect(outputs.has('sitemap.xml')).toBe(false);
});

test('robots.txt allows everything and lists the sitemaps', () => {
  const site = (lines: string): Files => ({ ...PAPER, 'site.yaml': lines });
  const robots = (lines: string, env: NodeJS.ProcessEnv) => outputsOf(editionOf(site(lines), env)).get('robots.txt');
  expect(robots('outputs: [sitemap, newsSitemap, robots]\n', { ADDRESS })).toBe(
    `User-agent: *\nAllow: /\nSitemap: ${ADDRESS}sitemap.xml\nSitemap: ${ADDRESS}news-sitemap.xml\n`,
  );
  expect(robots('title: A\n', {})).toBe('User-agent: *\nAllow: /\n');
});

// Crawlers request robots.txt at the root of a host only.
test('a site below a base path has no robots.txt', () => {
  expect(outputsOf(editionOf(PAPER, { ADDRESS: `${ADDRESS}paper/` })).has('robots.txt')).toBe(false);
});
