import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createArticleStore } from '../../../src/pipeline/content/cache/article-store.ts';
import { buildEdition } from '../../../src/pipeline/edition/build-edition.ts';
import { explainEmpty, explainOmitted, summaryLine } from '../../../src/pipeline/edition/explain-counts.ts';
import { editionFiles } from '../../../src/pipeline/output/data/index.ts';
import { readSettings } from '../../../src/pipeline/settings/read-settings.ts';
import { articleFile, contentFolder, editionIn } from '../../support/content-folder.ts';

/** Builds a folder at a given current time. */
function buildAt(
  root: string,
  now: string,
  cacheFile = path.join(contentFolder({}), 'articles'),
  mode: 'build' | 'dev' = 'build',
) {
  const { settings } = readSettings({ root, env: {}, mode });
  const store = createArticleStore({ root, cacheFile });
  const built = buildEdition({ root, settings, store, now: Date.parse(now) });
  store.save();
  return { ...built, outputs: [...editionFiles(built)].map(({ path: file, body }) => [file, body]) };
}

const at = (date: string): string => contentFolder({ 'a.md': articleFile(`publishedDateTime: ${date}`) });

test('a date in the future is a warning, and the article is published', () => {
  const { diagnostics, articles } = buildAt(at('2026-03-01T12:00:00+01:00'), '2026-03-01T10:59:59Z');
  expect(articles).toHaveLength(1);
  expect(diagnostics).toMatchObject([
    {
      severity: 'warning',
      code: 'future-date',
      file: 'a.md',
      line: 4,
      field: 'publishedDateTime',
      message:
        'Expected a date that is not in the future, found `2026-03-01T11:00:00Z`; the article is published anyway.',
    },
  ]);
});

test('there is no warning once the date has passed', () => {
  expect(buildAt(at('2026-03-01T12:00:00+01:00'), '2026-03-01T11:00:00Z').diagnostics).toEqual([]);
});

describe('a date without a time', () => {
  test('is not in the future if it is today in any time zone', () => {
    expect(buildAt(at('2026-03-02'), '2026-03-01T10:00:00Z').diagnostics).toEqual([]);
  });

  test('is in the future if it is not today in any time zone', () => {
    const { diagnostics } = buildAt(at('2026-03-02'), '2026-03-01T09:59:59Z');
    expect(diagnostics.map(({ message }) => /found ([^;]*)/.exec(message)?.[1])).toEqual(['`2026-03-02`']);
  });
});

test('a draft may have a date in the future', () => {
  const root = contentFolder({
    'site.yaml': 'unpublished: show',
    'a.md': articleFile('date: 2099-01-01\ndraft: true'),
  });
  expect(buildAt(root, '2026-03-01T00:00:00Z').diagnostics).toEqual([]);
});

test('the current time is neither cached nor written', () => {
  const root = at('2026-03-02');
  const cacheFile = path.join(contentFolder({}), 'articles');
  const [early, late, again] = ['2026-01-01', '2026-04-01', '2026-01-01'].map((now) => buildAt(root, now, cacheFile));
  expect([early, late, again].map((built) => built?.diagnostics.length)).toEqual([1, 0, 1]);
  expect(late?.outputs).toEqual(early?.outputs);
});

describe('with `future: hide`', () => {
  const FILES = {
    'site.yaml': 'future: hide',
    'past.md': articleFile('date: 2026-02-01T08:00:00Z\nlink: https://a.example/1'),
    'next.md': articleFile('date: 2026-03-02\nlink: https://a.example/2\ntopics: [Ahead]'),
    'later.md': articleFile('date: 2026-03-05T08:00:00Z\nlink: https://a.example/3'),
    'draft.md': articleFile('date: 2026-03-06T08:00:00Z\nlink: https://a.example/4\ndraft: true'),
  };
  const slugsAt = (now: string): string[] => buildAt(contentFolder(FILES), now).articles.map(({ slug }) => slug);

  test('articles are left out until their date, without a warning', () => {
    const { articles, counts, diagnostics, topics, settings } = buildAt(contentFolder(FILES), '2026-03-01T00:00:00Z');
    expect(articles.map(({ slug }) => slug)).toEqual(['past']);
    expect([topics, diagnostics]).toEqual([[], []]);
    expect(summaryLine(counts)).toBe('4 files: 1 article, 1 draft, 0 duplicates, 2 scheduled, 0 rejected');
    expect(explainOmitted(counts, settings)).toContain('2 scheduled articles left out, the next one until 2026-03-02.');
  });

  test('a date without a time counts from the moment that it begins in any time zone', () => {
    expect(slugsAt('2026-03-01T09:59:59Z')).toEqual(['past']);
    expect(slugsAt('2026-03-01T10:00:00Z')).toEqual(['next', 'past']);
  });

  test('a date with a time counts from that moment', () => {
    expect(slugsAt('2026-03-05T07:59:59Z')).toEqual(['next', 'past']);
    expect(slugsAt('2026-03-05T08:00:00Z')).toEqual(['later', 'next', 'past']);
  });

  test('a scheduled article takes neither the slug nor the origin URL of another', () => {
    const root = contentFolder({
      'site.yaml': 'future: hide',
      'a.md': articleFile('date: 2026-04-01'),
      'b.md': articleFile('date: 2026-01-01\nslug: a'),
    });
    const { articles, diagnostics } = buildAt(root, '2026-03-01T00:00:00Z');
    expect([articles.map(({ file }) => file), diagnostics]).toEqual([['b.md'], []]);
  });

  test('the same articles give the same bytes, whether they are decided from the cache or not', () => {
    const root = contentFolder(FILES);
    const cacheFile = path.join(contentFolder({}), 'articles');
    const [early, late, again] = ['2026-03-01', '2026-04-01', '2026-02-28'].map((now) => buildAt(root, now, cacheFile));
    expect([early, late, again].map((built) => built?.articles.length)).toEqual([1, 3, 1]);
    expect(again?.outputs).toEqual(early?.outputs);
    const shown = buildAt(contentFolder({ ...FILES, 'site.yaml': 'future: show' }), '2026-04-01');
    expect(late?.outputs).toEqual(shown.outputs);
  });

  test('a build without an article says why', () => {
    const { counts } = buildAt(contentFolder({ 'site.yaml': 'future: hide', 'a.md': FILES['next.md'] }), '2026-01-01');
    expect(explainEmpty(counts)).toMatch(/^There are no articles: the only file is scheduled\./);
  });

  test('the dev server shows them with a mark', () => {
    const { articles, serializer, counts } = buildAt(contentFolder(FILES), '2026-03-01', undefined, 'dev');
    const marked = articles.filter((record) => serializer.summary(record).includes('"isScheduled":true'));
    expect(marked.map(({ slug }) => slug)).toEqual(['later', 'next']);
    expect(articles).toHaveLength(4);
    expect(summaryLine(counts)).toBe('4 files: 3 articles, 1 draft shown, 0 duplicates, 0 rejected');
  });
});

describe('`expires`', () => {
  const expiring = (lines: string) => contentFolder({ 'a.md': articleFile(`date: 2026-01-01\n${lines}`) });

  test.each(['expires', 'expiryDate', 'expiry_date'])('is read from `%s`', (name) => {
    const root = expiring(`${name}: 2026-03-01T08:00:00Z`);
    expect(buildAt(root, '2026-03-01T07:59:59Z').articles).toHaveLength(1);
    const { articles, counts, diagnostics, settings } = buildAt(root, '2026-03-01T08:00:00Z');
    expect([articles, diagnostics]).toEqual([[], []]);
    expect(summaryLine(counts)).toBe('1 file: 0 articles, 0 drafts, 0 duplicates, 1 expired, 0 rejected');
    expect(explainOmitted(counts, settings)).toContain('1 expired article left out.');
    expect(explainEmpty(counts)).toBe('There are no articles: the only file is expired.');
  });

  test('without a time has passed 14 hours after the day begins in UTC', () => {
    const root = expiring('expires: 2026-03-01');
    expect(buildAt(root, '2026-03-01T13:59:59Z').articles).toHaveLength(1);
    expect(buildAt(root, '2026-03-01T14:00:00Z').articles).toHaveLength(0);
  });

  test('is not written', () => {
    const root = expiring('expires: 2026-03-01');
    const never = contentFolder({ 'a.md': articleFile('date: 2026-01-01') });
    expect(buildAt(root, '2026-02-01').outputs).toEqual(buildAt(never, '2026-02-01').outputs);
  });

  test('that is no date is a warning', () => {
    expect(buildAt(expiring('expires: soon'), '2026-03-01').diagnostics).toMatchObject([
      { severity: 'warning', field: 'expires', code: 'bad-date' },
    ]);
  });

  test('does not change the state of a draft', () => {
    const { counts } = buildAt(expiring('expires: 2026-01-02\ndraft: true'), '2026-03-01');
    expect(counts).toMatchObject({ drafts: 1, expired: 0 });
  });
});

describe('the environment variable BUILD_TIME', () => {
  const root = () => contentFolder({ 'site.yaml': 'future: hide', 'a.md': articleFile('date: 2026-03-05T08:00:00Z') });

  test('is the current time', () => {
    expect(editionIn(root(), { BUILD_TIME: '2026-03-05T08:59:59+01:00' }).counts.scheduled).toBe(1);
    expect(editionIn(root(), { BUILD_TIME: '2026-03-05T09:00:00+01:00' }).counts.scheduled).toBe(0);
  });

  test('is an error if it is no date', () => {
    expect(editionIn(root(), { BUILD_TIME: 'noon' }).diagnostics).toMatchObject([
      {
        file: 'BUILD_TIME',
        severity: 'error',
        message:
          'The environment variable BUILD_TIME: expected a date such as 2026-11-23 or 2026-11-23T06:40:00Z, found `noon`.',
      },
    ]);
  });

  test('is no setting in `site.yaml`', () => {
    const content = contentFolder({ 'site.yaml': 'buildTime: 2026-01-01', 'a.md': articleFile() });
    expect(editionIn(content).diagnostics).toMatchObject([{ code: 'unknown-setting', severity: 'error' }]);
  });
});
