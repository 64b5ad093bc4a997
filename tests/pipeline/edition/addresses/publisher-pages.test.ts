import { describe, expect, test } from 'vitest';
import { articlePath } from '../../../../src/model/addresses/permalinks.ts';
import { articleFile, editionOf, outputsOf } from '../../../support/content-folder.ts';

const SETTINGS = 'address: https://paper.example/news/\npagesFolder: pages\noutputs: [sitemap, atom, api]\n';

const FILES = {
  'site.yaml': SETTINGS,
  'a.md': articleFile('title: An article', 'See [the imprint](pages/imprint.md).'),
  'pages/imprint.md': '---\ntitle: Imprint\norder: 2\n---\nJo Doe, [about us](about/team.md#who), [news](../a.md)\n',
  'pages/about/team.md': '# The team\n\n## Who\n\nAnn.\n',
  'pages/contact.md': '---\ntitle: Contact\nmenu: true\norder: 1\nupdated: 2026-11-01\n---\nWrite.\n',
  'pages/draft.md': '---\ntitle: Draft\ndraft: true\n---\nNot yet.\n',
};

const pageData = (outputs: Map<string, string>, slug: string): unknown =>
  JSON.parse(outputs.get(`data/articles/~/${slug}.json`) ?? 'null');

describe('files in the folder of pages', () => {
  const read = () => {
    const edition = editionOf(FILES);
    return { edition, outputs: outputsOf(edition) };
  };

  test('are pages without a date, and no articles', () => {
    const { edition, outputs } = read();
    expect(edition.diagnostics).toEqual([]);
    expect(edition.counts).toMatchObject({ files: 5, articles: 1, pages: 3, drafts: 1, rejected: 0 });
    expect(edition.articles.map(({ title }) => title)).toEqual(['An article']);
    expect(pageData(outputs, 'imprint')).toMatchObject({ isPage: true, title: 'Imprint' });
    expect(pageData(outputs, 'draft')).toBeNull();
  });

  test('are listed by order, then by title', () => {
    const { edition, outputs } = read();
    expect(edition.built.pages).toEqual([
      { slug: '~/contact', title: 'Contact', isInMenu: true },
      { slug: '~/imprint', title: 'Imprint' },
      { slug: '~/about/team', title: 'The team' },
    ]);
    expect(JSON.parse(outputs.get('data/edition.json') ?? '')).toMatchObject({ pages: edition.built.pages });
  });

  test('link to each other and to articles, and articles to them, by the names of files', () => {
    const { outputs } = read();
    expect(JSON.stringify(pageData(outputs, 'imprint'))).toMatch(
      /"to":"\/about\/team\/#b-who".*"to":"\/articles\/a\/"/,
    );
    expect(outputs.get('data/articles/a.json')).toContain('"to":"/imprint/"');
  });

  test('are in the sitemap, and in no feed and not in the API', () => {
    const { outputs } = read();
    const sitemap = outputs.get('sitemap.xml');
    expect(sitemap).toContain('<loc>https://paper.example/news/contact/</loc><lastmod>2026-11-01');
    expect(sitemap).toContain('<loc>https://paper.example/news/about/team/</loc></url>');
    for (const [file, text] of outputs)
      if (/\.xml$|^api\//.test(file) && file !== 'sitemap.xml') expect(text).not.toMatch(/Imprint|Contact/);
  });
});

test('drafts that are shown have an address, and are not in the sitemap', () => {
  const edition = editionOf(
    { ...FILES, 'pages/menu.md': '---\ntitle: In the menu\nmenu: true\ndraft: true\n---\nNot yet.\n' },
    { UNPUBLISHED: 'show' },
  );
  expect(edition.counts).toMatchObject({ pages: 3, drafts: 2, draftsShown: 2 });
  expect(edition.built.pages.filter(({ isDraft }) => isDraft)).toEqual([
    { slug: '~/draft', title: 'Draft', isDraft: true },
    { slug: '~/menu', title: 'In the menu', isInMenu: true, isDraft: true },
  ]);
  const outputs = outputsOf(edition);
  expect(pageData(outputs, 'draft')).toMatchObject({ isPage: true, isDraft: true });
  expect(outputs.get('sitemap.xml')).toContain('/imprint/');
  expect(outputs.get('sitemap.xml')).not.toMatch(/draft|menu/);
});

test('without the setting such files are what they were', () => {
  const edition = editionOf({ ...FILES, 'site.yaml': '' });
  expect(edition.built.pages).toEqual([]);
  const errors = edition.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ file }) => file)).toEqual(['pages/about/team.md', 'pages/contact.md', 'pages/imprint.md']);
});

test.each([
  ['topics.md', '/topics/'],
  ['archive/1.md', '/archive/1/'],
  ['search.md', '/search/'],
  ['settings/hidden.md', '/settings/hidden/'],
  ['articles/a.md', '/articles/a/'],
  ['data/x.md', '/data/x/'],
  ['feed.xml.md', '/feed.xml/'],
  ['Settings.md', '/Settings/'],
  ['Topics.md', '/Topics/'],
  ['Articles/x.md', '/Articles/x/'],
  ['SETTINGS/hidden.md', '/SETTINGS/hidden/'],
  ['saved/a/b.md', '/saved/a/b/'],
  ['Events/x.md', '/Events/x/'],
  ['providers/a.md', '/providers/a/'],
  ['Archive.md', '/Archive/'],
  ['Data/x.md', '/Data/x/'],
  ['sw.js.md', '/sw.js/'],
  ['SW.js.md', '/SW.js/'],
  ['CNAME.md', '/CNAME/'],
  ['404.html.md', '/404.html/'],
  ['_headers.md', '/_headers/'],
])('pages/%s cannot take the address %s', (name, address) => {
  const file = `pages/${name}`;
  const edition = editionOf({ 'site.yaml': SETTINGS, 'a.md': articleFile(), [file]: '---\ntitle: Mine\n---\nText\n' });
  expect(edition.diagnostics).toMatchObject([
    { file, severity: 'error', code: 'taken-address', message: expect.stringContaining(`\`${address}\``) as string },
  ]);
  expect(edition.built.pages).toEqual([]);
});

test('a page whose address is taken is rejected, and counted as that', () => {
  const taken = { 'pages/settings.md': '---\ntitle: Mine\n---\nText\n' };
  const draft = { 'pages/saved.md': '---\ntitle: Mine\ndraft: true\n---\nText\n' };
  const { counts } = editionOf({ ...FILES, ...taken });
  expect(counts).toMatchObject({ files: 6, articles: 1, pages: 3, drafts: 1, rejected: 1 });
  const shown = editionOf({ ...FILES, ...taken, ...draft }, { UNPUBLISHED: 'show' });
  expect(shown.counts).toMatchObject({ files: 7, articles: 1, pages: 3, drafts: 1, draftsShown: 1, rejected: 2 });
  expect(shown.built.pages).toHaveLength(4);
});

test.each(['about.md', 'constructor.md', 'about/settings.md', 'article.md', 'sw.md', 'Cnames.md'])(
  'pages/%s has an address of its own',
  (name) => {
    const files = { 'site.yaml': SETTINGS, 'a.md': articleFile(), [`pages/${name}`]: '---\ntitle: Mine\n---\nText\n' };
    const { built, diagnostics } = editionOf(files);
    expect(diagnostics).toEqual([]);
    expect(built.pages).toHaveLength(1);
  },
);

describe('`menu` and `order` are fields of pages', () => {
  const labelOf = (lines: string) => {
    const page = `---\ntitle: A page\n${lines}\n---\nText\n`;
    const { built, diagnostics } = editionOf({ 'site.yaml': SETTINGS, 'a.md': articleFile(), 'pages/x.md': page });
    return { isInMenu: built.pages[0]?.isInMenu, order: built.unlisted[0]?.page?.order, diagnostics };
  };

  test.each([
    ['menu: true', { isInMenu: true, diagnostics: [] }],
    ['menu: yes', { isInMenu: true, diagnostics: [] }],
    ['menu: false', { isInMenu: undefined, diagnostics: [] }],
    ['menu:\norder:', { isInMenu: undefined, order: undefined, diagnostics: [] }],
    ['menu: ""\norder: " "', { isInMenu: undefined, order: undefined, diagnostics: [] }],
    ['order: 0', { order: 0, diagnostics: [] }],
    ['order: "-1.5"', { order: -1.5, diagnostics: [] }],
    ['Menu: true', { isInMenu: true, diagnostics: [{ code: 'other-case', line: 3 }] }],
    ['ORDER: 3', { order: 3, diagnostics: [{ code: 'other-case', line: 3 }] }],
    ['ordre: 3', { order: undefined, diagnostics: [{ code: 'unknown-field', line: 3 }] }],
    ['menu: maybe', { isInMenu: undefined, diagnostics: [{ severity: 'warning', field: 'menu', line: 3 }] }],
  ])('%s', (lines, expected) => {
    expect(labelOf(lines)).toMatchObject(expected);
  });

  test('and not of articles, in which other systems have them', () => {
    const lines = ['menu: { main: { weight: 1 } }\norder: first', 'Menu: main\nORDER: 1', 'older: true\nmune: x'];
    for (const line of lines) {
      const { diagnostics } = editionOf({ 'a.md': articleFile(line) });
      expect(diagnostics.filter(({ code }) => code !== 'unread-field')).toEqual([]);
    }
  });
});

test.each([
  ['pages/about/index.md', '', '/about/'],
  ['pages/about/index.md', 'slug: team', '/team/'],
  ['pages/about/team.md', 'slug: who', '/about/who/'],
  ['pages/index.md', 'slug: imprint', '/imprint/'],
  ['pages/index.md', 'slug: about/team', '/about/team/'],
  ['pages/_posts/a.md', '', '/_posts/a/'],
])('%s with `%s` has the address %s', (file, lines, address) => {
  const page = `---\ntitle: A page\n${lines}\n---\nText\n`;
  const { built, diagnostics } = editionOf({ 'site.yaml': SETTINGS, 'a.md': articleFile(), [file]: page });
  expect(diagnostics).toEqual([]);
  expect(built.pages.map(({ slug }) => articlePath(slug))).toEqual([address]);
});

test.each(['', 'slug: ""', 'slug: "//"'])('an `index.md` in the folder of pages with `%s` has no address', (lines) => {
  const file = 'pages/index.md';
  const page = `---\ntitle: A page\n${lines}\n---\nText\n`;
  const { built, diagnostics } = editionOf({ 'site.yaml': SETTINGS, 'a.md': articleFile(), [file]: page });
  expect(diagnostics).toMatchObject([{ file, severity: 'error', field: 'slug', code: 'missing-field' }]);
  expect(built.pages).toEqual([]);
});

test('a page that lacks a text, or has a value that cannot be read, is reported with its line', () => {
  const edition = editionOf({
    'site.yaml': SETTINGS,
    'a.md': articleFile(),
    'pages/empty.md': '---\ntitle: Empty\n---\n',
    'pages/odd.md': '---\ntitle: Odd\nmenu: maybe\norder: first\n---\nText\n',
  });
  expect(edition.diagnostics).toMatchObject([
    { file: 'pages/empty.md', severity: 'error' },
    { file: 'pages/odd.md', severity: 'warning', field: 'menu', line: 3 },
    { file: 'pages/odd.md', severity: 'warning', field: 'order', line: 4 },
  ]);
});

test('pages link to each other by their addresses', () => {
  const linksOf = (file: string, body: string): unknown => {
    const edition = editionOf({ ...FILES, 'pages/privacy.md': '# Privacy\n\nText.\n', [file]: body });
    const { diagnostics } = edition;
    return diagnostics.length > 0 ? diagnostics : [...outputsOf(edition).values()].join('').match(/"to":"[^"]*"/g);
  };
  const pageWith = (target: string): string => `---\ntitle: A page\n---\n[x](${target})\n`;
  expect(linksOf('pages/imprint.md', pageWith('../privacy/'))).toContain('"to":"/privacy/"');
  expect(linksOf('pages/imprint.md', pageWith('../articles/a/'))).toContain('"to":"/articles/a/"');
  expect(linksOf('pages/about/team.md', pageWith('../../privacy'))).toContain('"to":"/privacy/"');
  expect(linksOf('pages/über uns.md', pageWith('../privacy/'))).toContain('"to":"/privacy/"');
  expect(linksOf('site.yaml', `${SETTINGS}footer: "[x](privacy/)"`)).toContain('"to":"/privacy/"');
  expect(linksOf('site.yaml', `${SETTINGS}footer: "[x](articles/a/)"`)).toContain('"to":"/articles/a/"');
});
