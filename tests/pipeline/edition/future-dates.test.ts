import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createArticleStore } from '../../../src/pipeline/content/cache/article-store.ts';
import { buildEdition } from '../../../src/pipeline/edition/build-edition.ts';
import { editionFiles } from '../../../src/pipeline/output/data/index.ts';
import { readSettings } from '../../../src/pipeline/settings/read-settings.ts';
import { articleFile, contentFolder } from '../../support/content-folder.ts';

/** Builds a folder at a given current time. */
function buildAt(root: string, now: string, cacheFile = path.join(contentFolder({}), 'articles')) {
  const { settings } = readSettings({ root, env: {}, mode: 'build' });
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
