import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveAmpCacheUrl } from '../../../src/model/amp-cache.ts';
import { summaryLine } from '../../../src/pipeline/edition/explain-counts.ts';
import { editionIn, outputsOf } from '../../support/content-folder.ts';
import { comparable, type LegacyPage, type LegacyStory } from '../../support/legacy-api.ts';
import { expectEditionWithoutCiphertext } from '../../support/secrets.ts';
import { ELECTION, POWER_APPS, SEED } from './shared.ts';

const readJson = (...file: string[]): unknown => JSON.parse(readFileSync(path.join(...file), 'utf8'));

/** The pages that the legacy system published for the same files. */
const GOLDEN = path.join(POWER_APPS, 'api-news-golden');
const golden = (name: string): LegacyStory[] => (readJson(GOLDEN, `${name}.json`) as LegacyPage).value;

describe('power-apps', () => {
  test('has exactly the published articles, in the order of the legacy system', () => {
    const { articles, counts } = editionIn(POWER_APPS, { DUPLICATES: 'keep' });
    const expected = [1, 2, 3, 4, 5, 6].flatMap((page) => golden(`all-page-${page}`)).map((item) => item.path);
    expect(expected).toHaveLength(132);
    expect(articles.map(({ file }) => file)).toEqual(expected);
    expect(summaryLine(counts)).toBe('192 files: 132 articles, 60 drafts, 0 duplicates, 0 rejected');
  });

  test.each(['common-data-service', 'teams-integration', 'canvas-apps', 'ai-builder'])(
    'has exactly the articles of the topic %s',
    (topic) => {
      const { collections } = editionIn(POWER_APPS, { DUPLICATES: 'keep' });
      const collection = collections.find((candidate) => candidate.id.kind === 'topic' && candidate.id.slug === topic);
      expect(collection?.articles.map(({ slug }) => `_news/${slug}.md`)).toEqual(
        golden(`${topic}-page-1`).map((item) => item.path),
      );
    },
  );

  test.each(readdirSync(GOLDEN))('is published like by the legacy system: %s', (file) => {
    const expected = readJson(GOLDEN, file) as LegacyPage;
    const [, name = '', page = ''] = /^(.*)-page-(\d+)\.json$/.exec(file) ?? [];
    const folder = name === 'all' ? 'api/news' : `api/news/${name}`;
    const outputs = outputsOf(editionIn(POWER_APPS, { DUPLICATES: 'keep' }));
    const body = outputs.get(page === '1' ? `${folder}/index.json` : `${folder}/page/${page}/index.json`);
    const ours = JSON.parse(body ?? '') as LegacyPage;
    expect(Object.keys(ours)).toEqual(Object.keys(expected));
    expect(ours.page).toBe(expected.page);
    expect(ours.nextPage).toBe(expected.nextPage);
    expect(ours.value.map(comparable)).toEqual(expected.value.map(comparable));
    expect(ours.value.map((item) => Object.keys(item))).toEqual(expected.value.map((item) => Object.keys(item)));
  });

  test('has all articles if drafts are shown, and removes one duplicate by default', () => {
    expect(editionIn(POWER_APPS, { DUPLICATES: 'keep', UNPUBLISHED: 'show' }).articles).toHaveLength(192);
    expect(editionIn(POWER_APPS).counts).toMatchObject({ articles: 131, duplicates: 1 });
  });

  test('has no errors, and only a warning about two articles with the same origin URL', () => {
    expect(editionIn(POWER_APPS).diagnostics).toMatchObject([
      {
        file: expect.stringContaining('/2021-01-14-on-boarding-') as string,
        line: 7,
        column: 9,
        field: 'webUrl',
        severity: 'warning',
        code: 'duplicate',
      },
    ]);
  });

  test('has no ciphertext in outputs and diagnostics', () => {
    expectEditionWithoutCiphertext({ root: POWER_APPS, folder: path.join(POWER_APPS, '_news'), minWindows: 10_000 });
  });
});

describe('election', () => {
  test('keeps every AMP URL, also of related stories', () => {
    const { articles, counts } = editionIn(ELECTION, { UNPUBLISHED: 'show' });
    const news = path.join(ELECTION, '_news');
    const withAmp = readdirSync(news).filter((file) => /^ampWebUrl/m.test(readFileSync(path.join(news, file), 'utf8')));
    expect(counts.rejected).toBe(0);
    expect(articles.filter(({ ampUrl, ampCacheUrl }) => ampUrl && ampCacheUrl)).toHaveLength(withAmp.length);
    expect(
      articles.flatMap(({ related }) => related).filter(({ ampUrl, ampCacheUrl }) => ampUrl && ampCacheUrl),
    ).toHaveLength(14);
  });

  test('has no errors and no warnings', () => {
    expect(editionIn(ELECTION).diagnostics).toEqual([]);
  });

  test('has AMP cache URLs that can be derived', () => {
    const pairs = readJson(ELECTION, 'amp-url-pairs.json') as { amp: string; cdn: string }[];
    expect(pairs).toHaveLength(46);
    for (const { amp, cdn } of pairs) expect(deriveAmpCacheUrl(amp)).toBe(cdn);
  });
});

describe('the seed', () => {
  test('is one draft', () => {
    expect(summaryLine(editionIn(SEED).counts)).toBe('1 file: 0 articles, 1 draft, 0 duplicates, 0 rejected');
  });

  test('has a story with three related ones, with three URLs each', () => {
    const { articles } = editionIn(SEED, { UNPUBLISHED: 'show' });
    const [story] = articles;
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
