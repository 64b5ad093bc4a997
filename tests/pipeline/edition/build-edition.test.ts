import { describe, expect, test } from 'vitest';
import { formatDiagnostics } from '../../../src/pipeline/diagnostics/report.ts';
import { explainEmpty, summaryLine } from '../../../src/pipeline/edition/explain-counts.ts';
import {
  articleFile,
  contentFolder,
  editionIn,
  editionOf,
  type Files,
  outputsOf,
} from '../../support/content-folder.ts';

const numbered = (count: number, lines: (index: number) => string = () => ''): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.UTC(2021, 0, 1 + index)).toISOString();
      const own = lines(index);
      return [
        `n${index}.md`,
        articleFile(`${own}\npublishedDateTime: ${day}\nwebUrl: https://n.example/${index}`.trim()),
      ];
    }),
  );

const outputs = (edition: Parameters<typeof outputsOf>[0]): Map<string, unknown> =>
  new Map(
    [...outputsOf(edition)]
      .filter(([path]) => path.startsWith('data/'))
      .map(([path, body]) => [path, JSON.parse(body) as unknown]),
  );

describe('order and slugs', () => {
  test('articles are sorted newest first, then by slug', () => {
    const { articles } = editionOf({
      'b.md': articleFile('webUrl: https://x.example/1'),
      'a.md': articleFile('webUrl: https://x.example/2'),
      'c.md': articleFile('webUrl: https://x.example/3\npublishedDateTime: 2021-05-19T08:02:28-08:00'),
    });
    expect(articles.map(({ slug }) => slug)).toEqual(['c', 'a', 'b']);
  });

  test('a slug is the path without the extension and without the articles folder', () => {
    const { articles } = editionOf({
      'articles/2021/x.md': articleFile('webUrl: https://x.example/1'),
      '_news/y.md': articleFile('webUrl: https://x.example/2'),
      'z.md': articleFile('webUrl: https://x.example/3\nslug: other'),
    });
    expect(articles.map(({ slug }) => slug).sort()).toEqual(['2021/x', 'other', 'y']);
  });

  test('the second of two files with the same slug gets a suffix, ignoring case and Unicode form', () => {
    const files = {
      'caf\u00e9.md': articleFile('webUrl: https://x.example/1'),
      'Cafe\u0301.md': articleFile('webUrl: https://x.example/2'),
    };
    const { articles, counts, diagnostics } = editionOf(files);
    expect(counts).toMatchObject({ articles: 2, rejected: 0 });
    const slugs = Object.fromEntries(articles.map(({ file, slug }) => [file, slug]));
    expect(slugs).toEqual({
      'Cafe\u0301.md': 'Caf\u00e9',
      'caf\u00e9.md': expect.stringMatching(/^caf\u00e9-[0-9a-f]{6}$/) as unknown,
    });
    expect(diagnostics).toMatchObject([{ code: 'same-slug', severity: 'warning', file: 'caf\u00e9.md' }]);
  });

  test.each([
    ['nul.md', /^nul-[0-9a-f]{6}$/],
    ['x/con.md', /^x\/con-[0-9a-f]{6}$/],
    ['a .md', /^a$/],
    ['a:b.md', /^a-b$/],
    ['fair /index.md', /^fair$/],
    ['???.md', /^story-[0-9a-f]{6}$/],
  ])('%s gets a slug that is valid in a URL and as a file name', (file, slug) => {
    const { articles, diagnostics } = editionOf({ [file]: articleFile() });
    expect(articles[0]?.slug).toMatch(slug);
    expect(diagnostics).toEqual([]);
  });

  test('a slug that was made never takes that of another file', () => {
    const files = { 'a b?.md': articleFile('webUrl: https://x.example/1'), 'a-b.md': articleFile() };
    const { articles, diagnostics } = editionOf(files);
    const slugs = Object.fromEntries(articles.map(({ file, slug }) => [file, slug]));
    expect(slugs).toEqual({ 'a-b.md': 'a-b', 'a b?.md': expect.stringMatching(/^a-b-[0-9a-f]{6}$/) as unknown });
    expect(diagnostics).toEqual([]);
  });
});

describe('an unfinished draft', () => {
  const DRAFTS: Files = {
    'no-title.md': '---\ndraft: true\ntitle: [A]\ndate: 2021-05-19\n---\nText.\n',
    'no-date.md': '---\ntitle: A title\npublished: no\n---\nText.\n',
    'bad-date.md': '---\ntitle: A title\ndate: soon\ndraft: yes\n---\nText.\n',
    'no-body.md': '---\ntitle: A title\ndate: 2021-05-19\ndraft: true\n---\n',
    'bad-yaml.md': '---\ndraft: true\ntitle: A title\ntitle: Another\ndate: 2021-05-19\n---\nText.\n',
  };

  test.each(Object.keys(DRAFTS))('has warnings and counts as a draft: %s', (name) => {
    for (const UNPUBLISHED of ['hide', 'show']) {
      const { counts, diagnostics, articles } = editionOf({ [name]: DRAFTS[name] ?? '' }, { UNPUBLISHED });
      expect(articles).toEqual([]);
      expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
      expect(summaryLine(counts)).toBe('1 file: 0 articles, 1 draft, 0 duplicates, 0 rejected');
    }
  });

  test('is not a file that is no draft or cannot be read', () => {
    const files = { 'a.md': '---\ntitle: A title\ndraft: false\n---\n', 'b.md': '---\ndraft: true\n' };
    const { counts, diagnostics } = editionOf(files);
    expect(summaryLine(counts)).toBe('2 files: 0 articles, 0 drafts, 0 duplicates, 2 rejected');
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });
});

describe('drafts and duplicates', () => {
  test('the summary line counts every file once', () => {
    const { counts } = editionOf({
      'a.md': articleFile('webUrl: https://x.example/1'),
      'b.md': articleFile('webUrl: https://x.example/1#again\npublishedDateTime: 2021-01-01'),
      'c.md': articleFile('webUrl: https://x.example/2\npublished: false'),
      'd.md': 'nothing',
    });
    expect(summaryLine(counts)).toBe('4 files: 1 article, 1 draft, 1 duplicate, 1 rejected');
  });

  test('the newest of several duplicates is kept, and the warning names both files', () => {
    const files = {
      'old.md': articleFile('webUrl: https://x.example/1#top\npublishedDateTime: 2021-01-01'),
      'new.md': articleFile('webUrl: https://x.example/1'),
    };
    const { articles, diagnostics } = editionOf(files);
    expect(articles.map(({ slug }) => slug)).toEqual(['new']);
    expect(formatDiagnostics(diagnostics)).toMatch(/old\.md:\d.*`new\.md`, which is newer/);
    expect(editionOf(files, { DUPLICATES: 'keep' }).articles).toHaveLength(2);
  });

  test('drafts are removed before duplicates, and included if the settings say so', () => {
    const files = { 'a.md': articleFile('published: false'), 'b.md': articleFile() };
    expect(editionOf(files).counts).toMatchObject({ articles: 1, drafts: 1, duplicates: 0 });
    const shown = editionOf(files, { UNPUBLISHED: 'show' });
    expect(shown.articles.map(({ slug }) => slug)).toEqual(['a', 'b']);
    expect(summaryLine(shown.counts)).toBe('2 files: 1 article, 1 draft shown, 0 duplicates, 0 rejected');
  });

  test('a hidden draft does not take the slug of an article', () => {
    const files = { 'a.md': articleFile('draft: true'), 'b.md': articleFile('slug: a') };
    expect(summaryLine(editionOf(files).counts)).toBe('2 files: 1 article, 1 draft, 0 duplicates, 0 rejected');
    expect(summaryLine(editionOf(files, { UNPUBLISHED: 'show' }).counts)).toBe(
      '2 files: 1 article, 1 draft shown, 0 duplicates, 0 rejected',
    );
  });

  test('an edition without articles explains why', () => {
    const { counts } = editionOf({ 'a.md': articleFile('published: false') });
    expect(summaryLine(counts)).toBe('1 file: 0 articles, 1 draft, 0 duplicates, 0 rejected');
    expect(explainEmpty(counts)).toContain('UNPUBLISHED=show');
  });
});

describe('topics', () => {
  test('spellings are merged, and the most frequent one is displayed', () => {
    const { topics } = editionOf(
      numbered(3, (i) => `topics: [${['Open standards', 'open-standards', 'Open standards'][i]}]`),
    );
    expect(topics).toMatchObject([{ slug: 'open-standards', name: 'Open standards', count: 3 }]);
  });

  test('names with the same slug get different suffixes', () => {
    const { topics } = editionOf(numbered(3, (i) => `topics: ["${['C', 'C#', 'C++'][i]}"]`));
    const slugs = Object.fromEntries(topics.map(({ name, slug }) => [name, slug]));
    expect(slugs.C).toBe('c');
    expect(new Set(Object.values(slugs)).size).toBe(3);
    expect(slugs['C#']).toMatch(/^c-[0-9a-f]{6}$/);
  });

  test('no topic gets the slug of another or a reserved file name', () => {
    const { topics: once } = editionOf(numbered(2, (i) => `topics: ["${['C#', 'C'][i]}"]`));
    const suffixed = once.find(({ name }) => name === 'C#')?.slug ?? '';
    const { topics } = editionOf(numbered(4, (i) => `topics: ["${['C#', 'C', suffixed, 'Con'][i]}"]`));
    expect(new Set(topics.map(({ slug }) => slug)).size).toBe(4);
    expect(topics.map(({ slug }) => slug)).not.toContain('con');
  });

  test('a slug keeps letters of any script, and is never empty', () => {
    const { topics } = editionOf(numbered(2, (i) => `topics: ["${['فضاء', '!!!'][i]}"]`));
    expect(topics.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['فضاء', expect.stringMatching(/^topic-/)]));
  });

  test('the collection of a topic contains the articles of its subtopics', () => {
    const files = {
      ...numbered(2, (i) => `topics: [${['Physics', 'Science'][i]}]`),
      'topics/physics.yaml': 'name: Physics\nparent: Science\n',
    };
    const built = editionOf(files);
    expect(built.topics).toMatchObject([
      { slug: 'science', count: 2 },
      { slug: 'physics', count: 1, parent: 'science', hue: 0 },
    ]);
    expect(outputs(built).get('data/feeds/topics/science/head.json')).toMatchObject({
      total: 2,
      topic: { name: 'Science' },
    });
  });

  test('a common topic comes last, and its subtopics become top-level topics', () => {
    const files = {
      ...numbered(10, (i) => (i < 3 ? 'topics: [All of it, Part]' : 'topics: [All of it]')),
      'topics/part.yaml': 'name: Part\nparent: All of it\n',
    };
    const { topics } = editionOf(files);
    expect(topics.map(({ slug }) => slug)).toEqual(['part', 'all-of-it']);
    expect(topics[0]).not.toHaveProperty('parent');
    expect(topics[1]?.isCommon).toBe(true);
  });

  test('circular parents are ignored with a warning', () => {
    const { topics, diagnostics } = editionOf({
      ...numbered(2, (i) => `topics: [${['A', 'B'][i]}]`),
      'topics/a.yaml': 'name: A\nparent: B\n',
      'topics/b.yaml': 'name: B\nparent: A\n',
    });
    expect(topics.filter(({ parent }) => parent !== undefined)).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'circular-parent' }]);
  });
});

describe('collections', () => {
  test('archive pages are full, numbered from the oldest, and sorted newest first', () => {
    const files = outputs(editionOf(numbered(65)));
    expect(files.get('data/feeds/all/head.json')).toMatchObject({
      total: 65,
      pages: 2,
      articles: { length: 30, 0: { slug: 'n64' } },
    });
    expect(files.get('data/feeds/all/1.json')).toMatchObject({
      page: 1,
      articles: { length: 30, 0: { slug: 'n29' }, 29: { slug: 'n0' } },
    });
    expect(files.get('data/feeds/all/2.json')).toMatchObject({ articles: { 0: { slug: 'n59' } } });
    expect(files.has('data/feeds/all/3.json')).toBe(false);
  });

  test('a new article does not change full archive pages', () => {
    const before = outputs(editionOf(numbered(65)));
    const after = outputs(editionOf(numbered(66)));
    for (const page of [1, 2])
      expect(after.get(`data/feeds/all/${page}.json`)).toEqual(before.get(`data/feeds/all/${page}.json`));
  });

  test('a provider with a host has a collection; the name in its file is used', () => {
    const built = editionOf({
      ...numbered(2, () => 'provider:\n  name: The cable news\n  domain: https://cnn.com/politics'),
      'providers/cnn.yaml': 'name: CNN\ndomain: cnn.com\n',
    });
    expect(built.providers).toEqual([{ name: 'CNN', domain: 'cnn.com', count: 2 }]);
    expect(outputs(built).has('data/feeds/providers/cnn.com/head.json')).toBe(true);
  });

  test('the newest pinned article is the lead story', () => {
    const built = editionOf(numbered(4, (i) => (i === 1 || i === 2 ? 'pinned: true' : '')));
    expect(outputs(built).get('data/feeds/all/head.json')).toMatchObject({ lead: { slug: 'n2' } });
  });
});

describe('the same content results in the same bytes', () => {
  test('in any order in which files were written', () => {
    const files = numbered(5, (i) => `topics: [T${i % 2}]`);
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect([...outputsOf(editionOf(files))]).toEqual([...outputsOf(editionOf(reversed))]);
  });

  test('and different content in a different id', () => {
    const id = (files: Files): unknown => outputs(editionOf(files)).get('data/edition.json');
    expect(id(numbered(2))).toEqual(id(numbered(2)));
    expect(id(numbered(2))).not.toEqual(id(numbered(2, () => 'excerpt: Another')));
  });
});

describe('local images', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"></svg>';

  test('become assets with a hash in the name and the size of the file', () => {
    const { articles, localImages } = editionOf({
      '2021/a.md': articleFile('images:\n  - url: ../plates/p.svg\n    width: 5\n    title: Illustration'),
      'plates/p.svg': svg,
    });
    expect(articles[0]?.image).toEqual({
      url: expect.stringMatching(/^assets\/content\/p-[0-9a-f]{8}\.svg$/) as string,
      width: 1200,
      height: 800,
      caption: 'Illustration',
    });
    expect(localImages).toHaveLength(1);
  });

  test.each(['../../outside.svg', 'missing.svg', 'a.md'])('%s is a warning', (url) => {
    const { articles, diagnostics } = editionOf({ 'a.md': articleFile(`image: ${url}`) });
    expect(articles[0]).not.toHaveProperty('image');
    expect(diagnostics).toMatchObject([{ code: 'bad-local-image', severity: 'warning', field: 'image' }]);
  });
});

describe('settings', () => {
  test('an unknown key and an invalid value are errors with a line', () => {
    const { diagnostics } = editionOf({
      'site.yaml': '# ours\ntitel: X\nonError: maybe\ntimeZone: Mars/Base\n',
      'a.md': articleFile(),
    });
    expect(diagnostics).toMatchObject([
      { file: 'site.yaml', line: 2, severity: 'error', field: 'titel' },
      { line: 3, field: 'onError' },
      { line: 4, field: 'timeZone' },
    ]);
  });

  test('each invalid item of a list is a separate error', () => {
    const { diagnostics } = editionOf({
      'site.yaml':
        'links:\n  about: nowhere\n  imprint: https://x.example/\n  privacy: [x]\noutputs: [atom, jsonfeed, pdf]\n',
      'a.md': articleFile(),
    });
    expect(diagnostics).toMatchObject([
      { field: 'links.about', line: 2, column: 10 },
      { field: 'links.privacy', line: 4, column: 12 },
      { field: 'outputs[1]', line: 5, column: 17, hint: 'Did you mean `jsonFeed`?' },
      { field: 'outputs[2]', line: 5, column: 27 },
    ]);
  });

  test('an error in a legacy `_config.yml` has the name of the field there', () => {
    const { diagnostics } = editionOf({
      '_config.yml': 'title: T\nlocale: "?"\nurl: nowhere\n',
      '_news/a.md': articleFile(),
    });
    expect(diagnostics).toMatchObject([
      { file: '_config.yml', field: 'locale', line: 2, column: 9 },
      { file: '_config.yml', field: 'url', line: 3, column: 6 },
    ]);
  });

  test('an error in the environment names the variable', () => {
    const { diagnostics } = editionOf({ 'a.md': articleFile() }, { ON_ERROR: 'maybe', ADDRESS: 'nowhere' });
    expect(diagnostics.map(({ file, message }) => [file, message])).toEqual([
      ['ADDRESS', expect.stringMatching(/^The environment variable ADDRESS: expected .*, found `nowhere`/)],
      ['ON_ERROR', 'The environment variable ON_ERROR: expected `fail` or `skip`, found `maybe`.'],
    ]);
  });

  test('the environment overrides the file', () => {
    const root = contentFolder({
      'site.yaml': 'address: https://a.example/one\nunpublished: hide\n',
      'a.md': articleFile('draft: true'),
    });
    const { settings, articles } = editionIn(root, { ADDRESS: '/two', UNPUBLISHED: 'show' });
    expect(settings.site.basePath).toBe('/two/');
    expect(articles).toHaveLength(1);
    expect(editionIn(root).settings.site).toMatchObject({ basePath: '/one/', address: 'https://a.example/one/' });
  });

  test('without remote images the edition has no image or logo of another host', () => {
    const image = 'images:\n    - url: https://b.example/i.png';
    const built = editionOf({
      'site.yaml': 'remoteImages: false\nlogo: https://b.example/logo.svg\n',
      'a.md': articleFile(
        `image: https://b.example/i.png\nprovider:\n    name: P\n    ${image}\nrelated:\n  - title: R\n    publishedDateTime: 2021-01-01\n    webUrl: https://r.example/\n    ${image}`,
        '![x](https://b.example/i.png)',
      ),
    });
    expect(built.diagnostics).toEqual([]);
    expect(JSON.stringify([...outputs(built).values()])).not.toContain('https://b.example/');
  });

  test("the site's logo can be a local image", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
    const built = editionOf({ 'site.yaml': 'logo: logo.svg\n', 'logo.svg': svg, 'a.md': articleFile() });
    expect(built.settings.site.logo).toMatch(/^assets\/content\/logo-[0-9a-f]{8}\.svg$/);
    expect(built.localImages).toHaveLength(1);
    expect(editionOf({ 'site.yaml': 'logo: none.svg\n', 'a.md': articleFile() }).diagnostics).toMatchObject([
      { file: 'site.yaml', field: 'logo', severity: 'warning' },
    ]);
  });

  test('an accent is any opaque colour; another value is an error, and a comment in its place a warning', () => {
    const diagnosticsOf = (accent: string) =>
      editionOf({ 'site.yaml': `accent: "${accent}"\n`, 'a.md': articleFile() }).diagnostics;
    expect(diagnosticsOf('oklch(70% 0.3 140)')).toEqual([]);
    const comment = editionOf({ 'site.yaml': 'title: A\naccent: #0a5a48\n', 'a.md': articleFile() }).diagnostics;
    expect(comment).toMatchObject([{ code: 'empty-accent', severity: 'warning', line: 2, field: 'accent' }]);
    expect(diagnosticsOf('rgb(0 0 0 / 50%)')).toMatchObject([{ code: 'bad-setting', severity: 'error', line: 1 }]);
  });
});

test('messages are safe to print: control characters are escaped, long values are shortened', () => {
  const { diagnostics } = editionOf({ 'a.md': articleFile(`quality: "\\e[31mred\\u202e${'x'.repeat(400)}"`) });
  const text = formatDiagnostics(diagnostics);
  expect(text).not.toMatch(/[\u001b\u202e]/);
  expect(text.length).toBeLessThan(500);
});
