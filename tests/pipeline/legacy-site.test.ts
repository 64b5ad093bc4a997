import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { summaryLine } from '../../src/pipeline/edition/explain-counts.ts';
import { editionIn, editionOf, type Files, outputsOf } from '../support/content-folder.ts';
import { DRAFT, LEGACY_API, LEGACY_PAPER } from '../support/fixtures.ts';
import { comparable, type LegacyPage } from '../support/legacy-api.ts';
import { expectEditionWithoutCiphertext } from '../support/secrets.ts';

const NEWS = path.join(LEGACY_PAPER, '_news');
const news = readdirSync(NEWS).sort();
const textOf = (file: string): string => readFileSync(path.join(NEWS, file), 'utf8');
const legacyPage = (file: string): LegacyPage =>
  JSON.parse(readFileSync(path.join(LEGACY_API, file), 'utf8')) as LegacyPage;

describe('a legacy repository', () => {
  test('has files with LF and with CRLF', () => {
    expect(news.filter((file) => textOf(file).includes('\r\n'))).toHaveLength(4);
    expect(news.filter((file) => !textOf(file).includes('\r'))).toHaveLength(3);
  });

  test('has the published articles of `_news`, newest first, and no other files', () => {
    const { articles, counts, settings } = editionIn(LEGACY_PAPER, { DUPLICATES: 'keep' });
    expect(articles.map(({ file }) => file)).toEqual(legacyPage('all-page-1.json').value.map((story) => story.path));
    expect(summaryLine(counts)).toBe('7 files: 6 articles, 1 draft, 0 duplicates, 0 rejected');
    expect(settings.site).toMatchObject({ title: 'The Harbour Post', basePath: '/harbour/', language: 'en-US' });
  });

  test('has all articles if drafts are shown, and removes one duplicate by default', () => {
    expect(editionIn(LEGACY_PAPER, { DUPLICATES: 'keep', UNPUBLISHED: 'show' }).articles).toHaveLength(7);
    expect(editionIn(LEGACY_PAPER).counts).toMatchObject({ articles: 5, drafts: 1, duplicates: 1, rejected: 0 });
  });

  test('has a warning about a missing logo, and one about two articles with the same origin URL', () => {
    expect(editionIn(LEGACY_PAPER).diagnostics).toMatchObject([
      {
        file: '_data/organizations/quay-news.example.md',
        line: 7,
        column: 10,
        severity: 'warning',
        code: 'bad-local-image',
      },
      {
        file: '_news/2024-05-08-fares-again.md',
        line: 7,
        column: 9,
        field: 'webUrl',
        severity: 'warning',
        code: 'duplicate',
      },
    ]);
  });

  test('has the topics and providers of `_data` that articles name', () => {
    const { topics, providers } = editionIn(LEGACY_PAPER, { DUPLICATES: 'keep' });
    expect(topics).toMatchObject([
      { slug: 'harbour', name: 'Harbour', count: 6 },
      { slug: 'bridges', name: 'Bridges', parent: 'harbour', count: 2 },
      { slug: 'ferry-lines', name: 'Ferry lines', shortName: 'Ferry', parent: 'harbour', count: 3 },
    ]);
    expect(providers.map(({ domain, count }) => [domain, count])).toEqual([
      ['quay-news.example', 4],
      ['other.example', 1],
      ['youtube.com', 1],
    ]);
    expect(providers[0]).toMatchObject({ name: 'Quay News', logo: { width: 50, height: 50 } });
  });

  test.each(['all', 'bridges'])('is published like in the legacy API: %s', (collection) => {
    const expected = legacyPage(`${collection}-page-1.json`);
    const folder = collection === 'all' ? 'api/news' : `api/news/${collection}`;
    const body = outputsOf(editionIn(LEGACY_PAPER, { DUPLICATES: 'keep' })).get(`${folder}/index.json`);
    const ours = JSON.parse(body ?? '') as LegacyPage;
    expect(Object.keys(ours)).toEqual(Object.keys(expected));
    expect([ours.page, ours.nextPage]).toEqual([expected.page, expected.nextPage]);
    expect(ours.value.map(comparable)).toEqual(expected.value.map(comparable));
    expect(ours.value.map((story) => Object.keys(story))).toEqual(expected.value.map((story) => Object.keys(story)));
  });

  test('has a video without `webUrl`, and an article without an image', () => {
    const { articles } = editionIn(LEGACY_PAPER);
    const bySlug = (slug: string) => articles.find((article) => article.slug === slug);
    const video = bySlug('2024-05-13-how-the-bridge-is-lifted');
    expect(video).toMatchObject({
      kind: 'video',
      originUrl: 'https://youtube.com/watch?v=b_ieIGfOlbs',
      video: { id: 'b_ieIGfOlbs' },
    });
    const plain = bySlug('2024-05-10-no-picture');
    expect(plain).toMatchObject({ images: [], excerpt: 'Nothing could be seen.' });
    expect(plain).not.toHaveProperty('image');
  });

  test('keeps AMP URLs, also of related stories', () => {
    const { articles } = editionIn(LEGACY_PAPER);
    const withAmp = articles.filter(({ ampUrl }) => ampUrl);
    expect(withAmp).toMatchObject([
      {
        ampUrl: 'https://amp.quay-news.example/night-ferry',
        ampCacheUrl: true,
        related: [
          { ampUrl: 'https://m.quay-news.example/amp/timetable/?outputType=amp', ampCacheUrl: true },
          { title: 'Ferry without an AMP page' },
        ],
      },
    ]);
    expect(withAmp[0]?.related[1]).not.toHaveProperty('ampUrl');
  });

  test('results in the same with other line ends', () => {
    const withLineEnds = (end: string): Files =>
      Object.fromEntries(news.map((file) => [`_news/${file}`, textOf(file).replace(/\r?\n/g, end)]));
    const [unix, windows] = [editionOf(withLineEnds('\n')), editionOf(withLineEnds('\r\n'))];
    expect(windows.articles).toEqual(unix.articles);
    expect(windows.diagnostics).toEqual(unix.diagnostics);
  });

  test('has no ciphertext in outputs and diagnostics', () => {
    expectEditionWithoutCiphertext({ root: LEGACY_PAPER, folder: NEWS, minWindows: 2_000 });
  });
});

describe('a folder with one draft', () => {
  test('results in an edition without articles', () => {
    expect(summaryLine(editionIn(DRAFT).counts)).toBe('1 file: 0 articles, 1 draft, 0 duplicates, 0 rejected');
  });

  test('has three related stories with three URLs each, if drafts are shown', () => {
    const { articles, diagnostics } = editionIn(DRAFT, { UNPUBLISHED: 'show' });
    const [story] = articles;
    expect(diagnostics).toEqual([]);
    expect(story).toMatchObject({ title: 'Tunnel below the harbour opens', quality: 174 });
    expect(story).not.toHaveProperty('heat');
    expect(story?.related).toHaveLength(3);
    for (const each of [story, ...(story?.related ?? [])]) {
      expect(each).toMatchObject({
        originUrl: expect.any(String) as string,
        ampUrl: expect.any(String) as string,
        ampCacheUrl: true,
      });
    }
  });
});
