import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { explainEmpty, summaryLine } from '../../../src/pipeline/edition/explain-counts.ts';
import { pageGroups } from '../../../src/pipeline/output/pages/page-files.ts';
import { pageHead } from '../../../src/pipeline/output/pages/page-head.ts';
import { redirectFiles } from '../../../src/pipeline/output/pages/redirect-files.ts';
import { structuredData } from '../../../src/pipeline/output/pages/structured-data.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../support/content-folder.ts';

const ENV = { ADDRESS: 'https://paper.example/' };

const LISTED: Files = {
  'site.yaml':
    'outputs: [atom, rss, jsonFeed, sitemap, newsSitemap, robots, api]\npages: newest 1\nfeedContent: full\n',
  'topics/z.yaml': 'name: Declared',
  'a.md': articleFile('title: A\ndate: 2021-05-01\ntopics: [One]\nprovider: { domain: a.example }'),
  'b.md': articleFile(
    'title: B\ndate: 2021-05-02\nlink: https://b.example/\ntopics: [One]\nrelated: [{ title: C, date: 2021-05-03, link: "https://c.example/" }]',
  ),
};

const hidden = (lines = ''): string =>
  articleFile(
    `title: C\ndate: 2021-05-03\nlink: https://c.example/\ntopics: [One, Two, Declared]\nunlisted: true\nformerly: /old/c.html\nprovider: { domain: c.example }\n${lines}`,
    'Words.',
  );

/** The edition of these files and an unlisted article, and the JSON of that article. */
function build() {
  const edition = editionOf({ ...LISTED, 'c.md': hidden() }, ENV);
  const [record] = edition.built.unlisted;
  if (!record) throw new Error('Expected an unlisted article');
  return { edition, article: JSON.parse(edition.built.serializer.article(record)) as Article };
}

describe('an unlisted article', () => {
  test('is in no list, feed, sitemap or count', () => {
    const outputs = outputsOf(build().edition);
    expect(outputs.get('data/articles/c.json')).toContain('"isUnlisted":true');
    outputs.delete('data/articles/c.json');
    const withoutId = (body = ''): string => body.replace(/"id":"\w+"/, '');
    const expected = outputsOf(editionOf(LISTED, ENV));
    expect([...outputs.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [file, body] of outputs) {
      if (file === 'data/edition.json') expect(withoutId(body)).toBe(withoutId(expected.get(file)));
      else expect(body, file).toBe(expected.get(file));
    }
  });

  test('is counted as an article', () => {
    const { edition } = build();
    expect(summaryLine(edition.counts)).toBe('3 files: 3 articles, 0 drafts, 0 duplicates, 0 rejected');
    expect(edition.articles.map(({ slug }) => slug)).toEqual(['b', 'a']);
  });

  test('has a page that is not to be indexed', () => {
    const { edition, article } = build();
    const paths = pageGroups(edition.built, '').flatMap((group) => [...group].map(({ path }) => path));
    // With `pages: newest 1` only the newest listed article has one.
    expect(paths.filter((path) => path?.startsWith('articles/'))).toEqual([
      'articles/b/index.html',
      'articles/c/index.html',
    ]);
    const { settings } = edition.built;
    const head = pageHead({ settings, address: '/articles/c/', head: '', subject: { article } });
    expect(head).toContain('<meta name="robots" content="noindex">');
    expect(head).not.toContain('og:');
    expect(structuredData({ site: settings.site, subject: { article } })).toBe('');
  });

  test('is found by its former paths', () => {
    expect([...redirectFiles(build().edition.built)].map(({ path }) => path)).toEqual(['old/c.html']);
  });

  test('links only to topics and providers that have a page', () => {
    const { article } = build();
    expect(article).toMatchObject({ topics: [{ name: 'One' }], provider: { name: 'c.example' } });
    expect(article.provider).not.toHaveProperty('domain');
    const own = hidden('').replace('c.example }', 'a.example }');
    const other = editionOf({ ...LISTED, 'c.md': own }, ENV).built;
    const [listed] = other.unlisted;
    expect(listed && other.serializer.article(listed)).toContain('"domain":"a.example"');
  });

  test('is no duplicate, and makes no duplicate', () => {
    const { counts, diagnostics } = editionOf(
      { ...LISTED, 'c.md': hidden('').replace('c.example/', 'b.example/') },
      ENV,
    );
    expect([counts.duplicates, diagnostics]).toEqual([0, []]);
  });

  test('takes the slug of no other article', () => {
    const { built } = editionOf({ ...LISTED, 'c.md': hidden('slug: a') }, ENV);
    expect(built.unlisted.map(({ slug }) => slug)).toEqual([expect.stringMatching(/^a-[0-9a-f]{6}$/)]);
  });

  test('changes the id of the edition', () => {
    const idOf = (files: Files): string =>
      outputsOf(editionOf(files, ENV)).get('data/edition.json')?.slice(0, 60) ?? '';
    expect(idOf({ ...LISTED, 'c.md': hidden() })).not.toBe(idOf({ ...LISTED, 'c.md': hidden('excerpt: Other.') }));
  });

  test('that is a draft is counted as a draft, and shown only with the drafts', () => {
    const draft = { ...LISTED, 'c.md': hidden('draft: true') };
    expect(editionOf(draft, ENV).built.unlisted).toEqual([]);
    const { built, counts } = editionOf(draft, { ...ENV, UNPUBLISHED: 'show' });
    expect(built.unlisted).toHaveLength(1);
    expect(summaryLine(counts)).toBe('3 files: 2 articles, 1 draft shown, 0 duplicates, 0 rejected');
  });
});

test('an edition with unlisted articles only says so', () => {
  const { counts, articles } = editionOf({ 'c.md': hidden() });
  expect(articles).toEqual([]);
  expect(explainEmpty(counts)).toBe('There are no articles in lists: the only file is unlisted.');
});

test('`unlisted: false` changes nothing', () => {
  const bytes = (lines: string) => [...outputsOf(editionOf({ 'a.md': articleFile(lines) }))];
  expect(bytes('unlisted: false')).toEqual(bytes(''));
});
