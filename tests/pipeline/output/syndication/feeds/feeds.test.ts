import { parseFeed } from '@rowanmanning/feed-parser';
import { decodeHTML } from 'entities';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../../../src/model/article.ts';
import { cutAtWord } from '../../../../../src/pipeline/content/normalize/values/plain-text.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../../../support/content-folder.ts';
import { png } from '../../../../support/image-files.ts';

const ADDRESS = 'https://paper.example/daily/';
const SETTINGS = 'title: The <Daily> & Co\ndescription: What happened.\nlanguage: en-GB\n';

/** Unusual titles that feeds must preserve. */
const ODD_TITLES = {
  cdata: ']]> ends no section',
  markup: 'Is 3 < 4 & 5 > 4? "Yes", <they> said',
  entities: 'The name of & is &amp;amp;',
  emoji: 'A family of four 👨‍👩‍👧‍👦 and a flag 🏴‍☠️',
  arabic: 'زلزال يهزّ \u200fالمدينة',
  long: 'word '.repeat(120).trim(),
  nonCharacter: 'A \uFFFE non-character\uFFFF',
};

const oddFiles = (): Files =>
  Object.fromEntries(
    Object.entries(ODD_TITLES).map(([name, title], index) => [
      `${name}.md`,
      articleFile(
        [
          // Fields are HTML: `&amp;lt;` in a file means the text `&lt;`.
          `title: ${JSON.stringify(title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))}`,
          `excerpt: ${JSON.stringify(`On ${title}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))}`,
          `publishedDateTime: 2024-02-0${index + 1}T06:40:00Z`,
          `webUrl: "https://news.example/${name}?a=1&b=2"`,
          'topics: [Physics & Chemistry, C++]',
          'provider: { name: "News & Views", domain: news.example }',
          `images: [{ url: "https://images.example/${name}.jpg?w=1&h=2", width: 1200, height: 800 }]`,
          name === 'arabic' ? 'locale: ar' : '',
          name === 'long' ? 'updatedDateTime: 2024-03-01T00:00:00.5Z' : '',
        ].join('\n'),
      ),
    ]),
  );

const site = (files: Files = oddFiles(), settings = ''): Files => ({ 'site.yaml': SETTINGS + settings, ...files });

/** The fields of an article that every format must preserve. */
interface ParsedEntry {
  id: string;
  title: string;
  url: string;
  excerpt: string | undefined;
  publishedAt: number;
  topics: string[];
  provider: string | undefined;
  image: string | undefined;
}

const expectedEntry = ({ slug, title, excerpt, publishedAt, topics, provider, image }: Article): ParsedEntry => ({
  id: `${ADDRESS}articles/${slug}/`,
  title: xmlText(title),
  url: `${ADDRESS}articles/${slug}/`,
  excerpt: excerpt && xmlText(cutAtWord(excerpt, 400)),
  publishedAt: Date.parse(publishedAt),
  topics: topics.map(({ name }) => name),
  provider: provider?.name,
  image: image?.url,
});

/** A text without the characters that XML does not allow. */
const xmlText = (text: string): string => text.replace(/[\uFFFE\uFFFF]/g, '');

function readAtom(text: string): ParsedEntry[] {
  return (parseAtomFeed(text).entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    title: entry.title?.value ?? '',
    url: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
    excerpt: entry.summary?.value,
    publishedAt: Date.parse(entry.published ?? ''),
    topics: (entry.categories ?? []).map(({ term }) => term ?? ''),
    provider: entry.authors?.[0]?.name,
    image: entry.media?.contents?.[0]?.url,
  }));
}

function readRss(text: string): ParsedEntry[] {
  return (parseRssFeed(text).items ?? []).map((item) => ({
    id: item.guid?.value ?? '',
    title: item.title ?? '',
    url: item.link ?? '',
    // The description is HTML.
    excerpt: item.description && decodeHTML(item.description),
    publishedAt: Date.parse(item.pubDate ?? ''),
    topics: (item.categories ?? []).map(({ name }) => name ?? ''),
    provider: item.dc?.creators?.[0],
    image: item.media?.contents?.[0]?.url,
  }));
}

function readJsonFeed(text: string): ParsedEntry[] {
  return (parseJsonFeed(text).items ?? []).map((item) => ({
    id: item.id ?? '',
    title: item.title ?? '',
    url: item.url ?? '',
    excerpt: item.content_text === '' ? undefined : item.content_text,
    publishedAt: Date.parse(item.date_published ?? ''),
    topics: item.tags ?? [],
    provider: item.authors?.[0]?.name,
    image: item.image,
  }));
}

/** Reads a feed with another parser, which decodes every text as HTML. */
const readWithFeedParser = (text: string): Omit<ParsedEntry, 'provider'>[] =>
  parseFeed(text).items.map((item) => ({
    id: item.id ?? '',
    title: item.title ?? '',
    url: item.url ?? '',
    excerpt: item.description ?? undefined,
    publishedAt: item.published?.getTime() ?? Number.NaN,
    topics: item.categories.map(({ label }) => label ?? ''),
    image: item.image?.url,
  }));

const decoded = ({ provider: _, ...entry }: ParsedEntry): Omit<ParsedEntry, 'provider'> => ({
  ...entry,
  title: decodeHTML(entry.title),
  excerpt: entry.excerpt && decodeHTML(entry.excerpt),
});

const FEEDS = { all: '', topic: 'topics/physics-chemistry/', provider: 'providers/news.example/' };

/** The articles with odd titles, their expected entries, and the text of a file by its path. */
function oddSite() {
  const edition = editionOf(site(), { ADDRESS });
  const files = outputsOf(edition);
  const textOf = (file: string): string => files.get(file) ?? '';
  return { articles: edition.articles, expected: edition.articles.map(expectedEntry), textOf };
}

describe('feeds', () => {
  test.each(Object.entries(FEEDS))('have the same content in Atom, RSS and JSON Feed: %s', (_, folder) => {
    const { articles, expected, textOf } = oddSite();
    expect(expected).toHaveLength(7);
    expect(readAtom(textOf(`${folder}atom.xml`))).toEqual(expected);
    expect(readRss(textOf(`${folder}rss.xml`))).toEqual(expected);
    const whole = articles.map((article) => ({ ...expectedEntry(article), title: article.title }));
    const json = readJsonFeed(textOf(`${folder}feed.json`));
    expect(json.map((entry) => ({ ...entry, excerpt: xmlText(entry.excerpt ?? '') }))).toEqual(whole);
  });

  test.each(Object.entries(FEEDS))('are read the same way by another parser: %s', (_, folder) => {
    const { expected, textOf } = oddSite();
    expect(readWithFeedParser(textOf(`${folder}atom.xml`))).toEqual(expected.map(decoded));
    // Only the description of RSS is HTML.
    const asHtml = expected.map((entry) => ({ ...decoded(entry), excerpt: entry.excerpt }));
    expect(readWithFeedParser(textOf(`${folder}rss.xml`))).toEqual(asHtml);
  });

  test('have a title, URLs and the date of the last change', () => {
    const { textOf } = oddSite();
    const atom = parseAtomFeed(textOf('topics/physics-chemistry/atom.xml'));
    expect(atom).toMatchObject({
      id: `${ADDRESS}topics/physics-chemistry/`,
      title: { value: 'Physics & Chemistry · The <Daily> & Co' },
      // The last change is an update of an older story.
      updated: '2024-03-01T00:00:00.500Z',
      links: [
        { rel: 'self', href: `${ADDRESS}topics/physics-chemistry/atom.xml` },
        { rel: 'alternate', href: `${ADDRESS}topics/physics-chemistry/` },
      ],
      xml: { lang: 'en-GB' },
    });
    expect(parseRssFeed(textOf('rss.xml'))).toMatchObject({
      title: 'The <Daily> & Co',
      description: 'What happened.',
      language: 'en-GB',
      lastBuildDate: 'Fri, 01 Mar 2024 00:00:00 GMT',
    });
    expect(parseJsonFeed(textOf('feed.json'))).toMatchObject({
      home_page_url: ADDRESS,
      feed_url: `${ADDRESS}feed.json`,
      language: 'en-GB',
    });
  });

  test('have the version of JSON Feed', () => {
    const { version } = JSON.parse(oddSite().textOf('feed.json')) as { version: string };
    expect(version).toBe('https://jsonfeed.org/version/1.1');
  });

  test('have the language of entries in another language', () => {
    const { articles, textOf } = oddSite();
    const atom = parseAtomFeed(textOf('atom.xml')).entries ?? [];
    const rss = parseRssFeed(textOf('rss.xml')).items ?? [];
    const json = parseJsonFeed(textOf('feed.json')).items ?? [];
    const at = articles.findIndex(({ slug }) => slug === 'arabic');
    expect(atom.map(({ xml }) => xml?.lang).filter(Boolean)).toEqual(['ar']);
    expect(atom[at]?.xml?.lang).toBe('ar');
    expect(rss[at]?.dc?.languages).toEqual(['ar']);
    expect(json[at]?.language).toBe('ar');
  });

  test('also link to the origin URL', () => {
    const { articles, textOf } = oddSite();
    const [entry] = parseAtomFeed(textOf('atom.xml')).entries ?? [];
    const [item] = parseJsonFeed(textOf('feed.json')).items ?? [];
    const [newest] = articles;
    expect(entry?.links).toContainEqual({ rel: 'via', href: newest?.originUrl });
    expect(item?.external_url).toBe(newest?.originUrl);
  });
});

test('link to the page or the origin URL by the settings, with the same id', () => {
  const files: Files = { 'a.md': articleFile(), 'b.md': articleFile('webUrl: ""\ntitle: Ours', 'A text of our own.') };
  const outputs = outputsOf(editionOf(site(files, 'feedLinks: origin\n'), { ADDRESS }));
  const [a, b] = readAtom(outputs.get('atom.xml') ?? '');
  expect(a).toMatchObject({ id: `${ADDRESS}articles/a/`, url: 'https://example.com/a' });
  expect(b).toMatchObject({ id: `${ADDRESS}articles/b/`, url: `${ADDRESS}articles/b/` });
  expect(readRss(outputs.get('rss.xml') ?? '')).toMatchObject([{ url: 'https://example.com/a' }, { url: b?.url }]);
  const [item] = parseJsonFeed(outputs.get('feed.json') ?? '').items ?? [];
  expect(item).toMatchObject({ id: `${ADDRESS}articles/a/`, url: 'https://example.com/a' });
  expect(item).not.toHaveProperty('external_url');
});

test('keep the id of a renamed file with a former path', () => {
  const idIn = (files: Files): string | undefined =>
    readAtom(outputsOf(editionOf(site(files), { ADDRESS })).get('atom.xml') ?? '')[0]?.id;
  const before = idIn({ 'old näme.md': articleFile() });
  expect(before).toBe(`${ADDRESS}articles/old%20n%C3%A4me/`);
  expect(idIn({ 'new.md': articleFile('formerly: [/2019/a.html, /articles/old näme/, /articles/other/]') })).toBe(
    before,
  );
});

test('have the full URL of a local image', () => {
  const files: Files = { 'a b.md': articleFile('images: [{ url: "p ü.png" }]'), 'p ü.png': png(4, 3) };
  const [entry] = readAtom(outputsOf(editionOf(site(files), { ADDRESS })).get('atom.xml') ?? '');
  expect(entry?.image).toMatch(/^https:\/\/paper\.example\/daily\/assets\/content\/p--[\w-]+\.png$/);
  expect(entry?.url).toBe(`${ADDRESS}articles/a%20b/`);
});

test('name the authors, and without them the provider', () => {
  const files: Files = {
    'a.md': articleFile('authors: [{ name: Jo & Co, url: "https://jo.example/?a&b" }, Ann]\nprovider: The Source'),
    'b.md': articleFile(
      'webUrl: https://b.example/\npublishedDateTime: 2020-01-01\nprovider: { domain: source.example }',
    ),
  };
  const outputs = outputsOf(editionOf(site(files), { ADDRESS }));
  const jo = { name: 'Jo & Co', url: 'https://jo.example/?a&b' };
  const source = { name: 'source.example', url: 'https://source.example/' };
  const atom = parseAtomFeed(outputs.get('atom.xml') ?? '').entries ?? [];
  expect(atom.map(({ authors }) => authors)).toEqual([
    [{ name: jo.name, uri: jo.url }, { name: 'Ann' }],
    [{ name: source.name, uri: source.url }],
  ]);
  const rss = parseRssFeed(outputs.get('rss.xml') ?? '').items ?? [];
  expect(rss.map(({ dc }) => dc?.creators)).toEqual([[jo.name, 'Ann'], [source.name]]);
  const json = parseJsonFeed(outputs.get('feed.json') ?? '').items ?? [];
  expect(json.map(({ authors }) => authors)).toEqual([[jo, { name: 'Ann' }], [source]]);
});

describe('with `feedContent: full`', () => {
  const files: Files = {
    'a.md': articleFile('excerpt: Short.', 'One & [two](https://two.example/?a&b).\n\n## Three ]]>\n\n- four'),
    'b.md': articleFile('webUrl: https://b.example/\npublishedDateTime: 2020-01-01\nexcerpt: Only this.'),
    'c.md': articleFile('webUrl: https://c.example/\ndraft: true', 'A draft.'),
  };
  const html =
    '<p>One &amp; <a href="https://two.example/?a&amp;b">two</a>.</p><h2>Three ]]&gt;</h2><ul><li>four</li></ul>';
  const textOf = (name: string, setting = 'feedContent: full\n'): string =>
    outputsOf(editionOf(site(files, setting), { ADDRESS, UNPUBLISHED: 'show' })).get(name) ?? '';

  test('feeds have the whole body, and an entry without one its excerpt', () => {
    const atom = parseAtomFeed(textOf('atom.xml')).entries ?? [];
    expect(atom).toMatchObject([
      { summary: { value: 'Short.' }, content: { value: html, type: 'html' } },
      { summary: { value: 'Only this.' } },
    ]);
    const rss = parseRssFeed(textOf('rss.xml')).items ?? [];
    expect(rss).toMatchObject([{ description: 'Short.', content: { encoded: html } }, { description: 'Only this.' }]);
    const json = parseJsonFeed(textOf('feed.json')).items ?? [];
    expect(json).toMatchObject([{ content_html: html, summary: 'Short.' }, { content_text: 'Only this.' }]);
    for (const [withBody, without] of [atom, rss, json]) {
      expect(withBody).not.toHaveProperty('content_text');
      expect(without).not.toHaveProperty('content');
      expect(without).not.toHaveProperty('content_html');
    }
  });

  test('drafts are in no feed', () => {
    for (const name of ['atom.xml', 'rss.xml', 'feed.json']) expect(textOf(name)).not.toContain('A draft');
  });

  test('`excerpt` is the default', () => {
    for (const name of ['atom.xml', 'rss.xml', 'feed.json']) {
      expect(textOf(name, 'feedContent: excerpt\n')).toBe(textOf(name, ''));
      expect(textOf(name, '')).not.toMatch(/content_html|content:encoded|xmlns:content|<content /);
    }
  });
});

describe('for a hundred articles', () => {
  const at = (index: number): string => new Date(Date.UTC(2024, 0, 1, index)).toISOString();
  const many = (count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `story-${index}.md`,
        articleFile(
          `title: Story ${index}\npublishedDateTime: ${at(index)}\nwebUrl: https://news.example/${index}\ntopics: [Physics]`,
        ),
      ]),
    );

  test('each feed has the newest thirty', () => {
    const outputs = outputsOf(editionOf(site(many(100)), { ADDRESS }));
    for (const folder of ['', 'topics/physics/']) {
      const entries = readAtom(outputs.get(`${folder}atom.xml`) ?? '');
      expect(entries.map(({ title }) => title)).toEqual(
        Array.from({ length: 30 }, (_, index) => `Story ${99 - index}`),
      );
      expect(readRss(outputs.get(`${folder}rss.xml`) ?? '')).toEqual(entries);
      expect(readJsonFeed(outputs.get(`${folder}feed.json`) ?? '')).toEqual(entries);
    }
  });

  test('the archive feeds link from the newest to the oldest, and all articles are in them', () => {
    const outputs = outputsOf(editionOf(site(many(100)), { ADDRESS }));
    const titles = new Set<string>();
    const isArchive: boolean[] = [];
    for (let url: string | undefined = `${ADDRESS}atom.xml`; url !== undefined; ) {
      const text: string = outputs.get(url.slice(ADDRESS.length)) ?? '';
      const { links = [], id } = parseAtomFeed(text);
      const linked = (rel: string): string | undefined => links.find((link) => link.rel === rel)?.href;
      expect(id).toBe(ADDRESS);
      expect(linked('self')).toBe(url);
      isArchive.push(text.includes('<fh:archive/>'));
      if (isArchive.length > 1) expect(linked('current')).toBe(`${ADDRESS}atom.xml`);
      for (const { title } of readAtom(text)) titles.add(title);
      url = linked('prev-archive');
    }
    expect(titles.size).toBe(100);
    expect(isArchive).toEqual([false, true, true, true]);
  });

  test('a new article does not change the archive feeds', () => {
    const [before, after] = [100, 101].map((count) => outputsOf(editionOf(site(many(count)), { ADDRESS })));
    for (const page of [1, 2, 3]) {
      const file = `archive/${page}/atom.xml`;
      expect(before?.get(file)).toContain('<entry>');
      expect(after?.get(file)).toBe(before?.get(file));
    }
  });
});

test('have no drafts, even if the site shows them', () => {
  const files: Files = {
    'a.md': articleFile(),
    'b.md': articleFile('title: Not yet\nwebUrl: https://b.example/\ndraft: true'),
  };
  const edition = editionOf(site(files, 'outputs: [atom, rss, jsonFeed, sitemap, newsSitemap, api]\n'), {
    ADDRESS,
    UNPUBLISHED: 'show',
  });
  expect(edition.articles).toHaveLength(2);
  for (const [file, body] of outputsOf(edition))
    if (!file.startsWith('data/')) expect(body).not.toMatch(/Not yet|b\.md|articles\/b/);
});

describe('with `eventFeeds`', () => {
  const report = (minute: number, lines = ''): string =>
    articleFile(
      `title: Report ${minute}\ncoverage: fire\npublishedDateTime: 2024-01-01T00:${10 + minute}:00Z\nwebUrl: https://n.example/${minute}\n${lines}`,
    );
  const reports = (count: number): Files =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`r${n}.md`, report(n, n === 1 ? 'quality: 3' : '')]));
  const feedsOf = (files: Files): Map<string, string> =>
    new Map(
      [...outputsOf(editionOf(site(files, 'outputs: [eventFeeds]\n'), { ADDRESS }))].filter(([path]) =>
        path.endsWith('.xml'),
      ),
    );

  test('an event with a page has a feed of its newest thirty reports, named after its lead', () => {
    const feeds = feedsOf(reports(32));
    expect([...feeds.keys()]).toEqual(['events/r0/atom.xml']);
    const feed = parseAtomFeed(feeds.get('events/r0/atom.xml') ?? '');
    expect(feed.title?.value).toBe('Report 1 · The <Daily> & Co');
    expect(feed.updated).toBe('2024-01-01T00:41:00Z');
    expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual(
      expect.arrayContaining([
        ['self', `${ADDRESS}events/r0/atom.xml`],
        ['alternate', `${ADDRESS}events/r0/`],
      ]),
    );
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual(
      Array.from({ length: 30 }, (_, n) => `Report ${31 - n}`),
    );
  });

  test('an event without a page has none', () => {
    expect(feedsOf(reports(2)).size).toBe(0);
    expect(feedsOf(reports(3)).size).toBe(1);
  });

  test('they are not written by default', () => {
    const paths = [...outputsOf(editionOf(site(reports(3)), { ADDRESS })).keys()];
    expect(paths).toContain('atom.xml');
    expect(paths.filter((path) => path.startsWith('events/'))).toEqual([]);
  });
});

describe('without the full address of the site', () => {
  test('feeds and sitemaps are left out', () => {
    const { built, diagnostics } = editionOf({ 'a.md': articleFile() });
    expect(built.settings.omittedOutputs).toEqual(['atom', 'rss', 'jsonFeed', 'sitemap']);
    expect(
      [...outputsOf(editionOf({ 'a.md': articleFile() })).keys()].filter((file) => !file.startsWith('data/')),
    ).toEqual(['robots.txt']);
    expect(diagnostics).toEqual([]);
  });

  test('a warning names the line if the settings list them', () => {
    const { diagnostics } = editionOf({
      'site.yaml': 'title: A\naddress: /paper/\noutputs:\n  - atom\n  - api\n',
      'a.md': articleFile(),
    });
    expect(diagnostics).toMatchObject([
      { file: 'site.yaml', line: 3, field: 'outputs', severity: 'warning', code: 'no-address' },
    ]);
    expect(diagnostics[0]?.message).toMatch(/: `atom`\.$/);
  });

  test('outputs that do not need it are written', () => {
    const outputs = outputsOf(editionOf({ 'site.yaml': 'outputs: [api]\n', 'a.md': articleFile() }));
    expect([...outputs.keys()].filter((file) => !file.startsWith('data/'))).toEqual(['api/news/index.json']);
  });
});

test('the page footer links the first format, or the feed in the settings', () => {
  const linked = (lines: string): string | undefined =>
    editionOf(site({ 'a.md': articleFile() }, lines), { ADDRESS }).settings.site.links?.feed;
  expect(linked('')).toBe('/daily/atom.xml');
  expect(linked('outputs: [jsonFeed, rss]\n')).toBe('/daily/rss.xml');
  expect(linked('outputs: [sitemap]\n')).toBeUndefined();
  expect(linked('links: { feed: "https://feeds.example/" }\n')).toBe('https://feeds.example/');
});

test('an unknown output is an error with a line', () => {
  const { diagnostics } = editionOf(
    { 'site.yaml': 'outputs:\n  - atom\n  - jsonfeed\n', 'a.md': articleFile() },
    { ADDRESS },
  );
  expect(diagnostics).toMatchObject([{ line: 3, severity: 'error', hint: 'Did you mean `jsonFeed`?' }]);
});
