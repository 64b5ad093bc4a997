import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveAmpCacheUrl } from '../../src/model/amp-cache.ts';
import { cleanUrl } from '../../src/pipeline/content/normalize/values/clean-url.ts';
import { plainText } from '../../src/pipeline/content/normalize/values/plain-text.ts';
import { formatDiagnostics } from '../../src/pipeline/diagnostics/report.ts';
import { summaryLine } from '../../src/pipeline/edition/explain-counts.ts';
import { editionIn, outputsOf } from '../support/content-folder.ts';
import { findWindow, secretWindows } from '../support/secrets.ts';

/* Real content that is not part of this repository. Where it lies beside the checkout, it is an oracle. */

const shared = path.resolve('../shared');
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(shared, file), 'utf8'));
const golden = (name: string): GoldenItem[] =>
  (readJson(`real/power-apps/api-news-golden/${name}.json`) as { value: GoldenItem[] }).value;

/** What a page of the ancestor's API holds of a story, and ours too. */
interface GoldenItem {
  path: string;
  title: string;
  excerpt: string;
  webUrl: string | null;
  originalUrl: string;
  ampWebUrl: string | null;
  cdnAmpWebUrl: string | null;
  featuredContent: string | null;
  heat: number;
  type: string;
  images: { url: string; width: number; height: number }[];
  publishedDateTime: string;
  provider: { name: string; domain: string };
  categories: string[];
  topics: string[];
}

interface GoldenPage {
  page: number;
  value: GoldenItem[];
  nextPage: number | null;
}

/** A story as both systems must agree on it: texts and addresses normalised, moments as instants. */
function comparable(item: GoldenItem): object {
  const address = (url: string | null): unknown => url && cleanUrl(url);
  return {
    path: item.path,
    title: plainText(item.title),
    excerpt: plainText(item.excerpt),
    addresses: [item.webUrl, item.originalUrl, item.ampWebUrl, item.cdnAmpWebUrl].map(address),
    images: item.images.map(({ url, width, height }) => [address(url.replace(/^http:/, 'https:')), width, height]),
    at: Date.parse(item.publishedDateTime),
    hasVideo: item.featuredContent !== null,
    provider: [item.provider.name, item.provider.domain],
    rest: [item.heat, item.type, item.categories, item.topics],
  };
}

describe.runIf(existsSync(path.join(shared, 'real')))('real folders', () => {
  const powerApps = path.join(shared, 'real/power-apps');

  test('hold exactly the published articles, in the order of the original system', () => {
    const { articles, counts } = editionIn(powerApps, { DUPLICATES: 'keep' });
    const expected = [1, 2, 3, 4, 5, 6].flatMap((page) => golden(`all-page-${page}`)).map((item) => item.path);
    expect(expected).toHaveLength(132);
    expect(articles.map(({ file }) => file)).toEqual(expected);
    expect(summaryLine(counts)).toBe('192 files: 132 articles, 60 drafts, 0 duplicates, 0 rejected');
  });

  test.each(['common-data-service', 'teams-integration', 'canvas-apps', 'ai-builder'])(
    'and those of the topic %s',
    (topic) => {
      const { collections } = editionIn(powerApps, { DUPLICATES: 'keep' });
      const feed = collections.find((candidate) => candidate.id.kind === 'topic' && candidate.id.slug === topic);
      expect(feed?.articles.map(({ slug }) => `_news/${slug}.md`)).toEqual(
        golden(`${topic}-page-1`).map((item) => item.path),
      );
    },
  );

  test.each(readdirSync(path.join(powerApps, 'api-news-golden')))(
    'are published as the original system did: %s',
    (file) => {
      const expected = readJson(`real/power-apps/api-news-golden/${file}`) as GoldenPage;
      const [, feed = '', page = ''] = /^(.*)-page-(\d+)\.json$/.exec(file) ?? [];
      const folder = feed === 'all' ? 'api/news' : `api/news/${feed}`;
      const outputs = outputsOf(editionIn(powerApps, { DUPLICATES: 'keep' }));
      const body = outputs.get(page === '1' ? `${folder}/index.json` : `${folder}/page/${page}/index.json`);
      const ours = JSON.parse(body ?? '') as GoldenPage;
      expect(Object.keys(ours)).toEqual(Object.keys(expected));
      expect(ours.page).toBe(expected.page);
      expect(ours.nextPage).toBe(expected.nextPage);
      expect(ours.value.map(comparable)).toEqual(expected.value.map(comparable));
      expect(ours.value.map((item) => Object.keys(item))).toEqual(expected.value.map((item) => Object.keys(item)));
    },
  );

  test('show all when drafts are shown, and set one duplicate aside by default', () => {
    expect(editionIn(powerApps, { DUPLICATES: 'keep', UNPUBLISHED: 'show' }).articles).toHaveLength(192);
    expect(editionIn(powerApps).counts).toMatchObject({ articles: 131, duplicates: 1 });
  });

  test('keep every AMP address, on related stories too', () => {
    const { articles, counts } = editionIn(path.join(shared, 'real/election'), { UNPUBLISHED: 'show' });
    const withAmp = readdirSync(path.join(shared, 'real/election/_news')).filter((file) =>
      /^ampWebUrl/m.test(readFileSync(path.join(shared, 'real/election/_news', file), 'utf8')),
    );
    expect(counts.rejected).toBe(0);
    expect(articles.filter(({ ampUrl, ampCacheUrl }) => ampUrl && ampCacheUrl)).toHaveLength(withAmp.length);
    expect(
      articles.flatMap(({ related }) => related).filter(({ ampUrl, ampCacheUrl }) => ampUrl && ampCacheUrl),
    ).toHaveLength(14);
  });

  test('have no errors, and no warning but of the one address that two articles share', () => {
    expect(editionIn(powerApps).diagnostics).toMatchObject([
      {
        file: expect.stringContaining('/2021-01-14-on-boarding-') as string,
        line: 7,
        column: 9,
        field: 'webUrl',
        severity: 'warning',
        code: 'duplicate',
      },
    ]);
    expect(editionIn(path.join(shared, 'real/election')).diagnostics).toEqual([]);
  });

  test('agree with the rule for AMP cache addresses', () => {
    const pairs = readJson('real/election/amp-url-pairs.json') as { amp: string; cdn: string }[];
    expect(pairs).toHaveLength(46);
    for (const { amp, cdn } of pairs) expect(deriveAmpCacheUrl(amp)).toBe(cdn);
  });

  test('leave no ciphertext in what is written or said', () => {
    const built = editionIn(powerApps, { DUPLICATES: 'keep', UNPUBLISHED: 'show', ADDRESS: 'https://paper.example/' });
    const said = [...outputsOf(built).values()].join('\n') + formatDiagnostics(built.diagnostics);
    const windows = secretWindows(path.join(powerApps, '_news'));
    expect(windows.size).toBeGreaterThan(10_000);
    expect(findWindow(said, windows)).toBeUndefined();
  });
});

describe.runIf(existsSync(path.join(shared, 'seed')))('the seed', () => {
  const seed = path.join(shared, 'seed');

  test('is one draft', () => {
    expect(summaryLine(editionIn(seed).counts)).toBe('1 file: 0 articles, 1 draft, 0 duplicates, 0 rejected');
  });

  test('shows its story and three related ones, with three addresses each', () => {
    const { articles } = editionIn(seed, { UNPUBLISHED: 'show' });
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
