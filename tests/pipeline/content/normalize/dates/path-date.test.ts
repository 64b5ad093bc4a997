import { describe, expect, test } from 'vitest';
import { findPathDate } from '../../../../../src/pipeline/content/normalize/dates/path-date.ts';
import { articleFile, editionOf } from '../../../../support/content-folder.ts';

describe('finds the date in a path', () => {
  test.each([
    ['2026-02-03-fair.md', '2026-02-03', 11],
    ['2026-2-3-fair.md', '2026-02-03', 9],
    ['2026_02_03_fair.md', '2026-02-03', 11],
    ['20260203-fair.md', '2026-02-03', 9],
    ['2026-02-03.md', '2026-02-03', 10],
    ['2026-02-03 Fair opens.md', '2026-02-03', 11],
    ['2026-02-03T10:20:30Z-fair.md', '2026-02-03', 21],
    ['_posts/2026-02-03-fair.md', '2026-02-03', 11],
    ['blog/2026-02-03-fair/index.md', '2026-02-03', 11],
    ['2015-02-13/fair.md', '2015-02-13', 0],
    ['2015/02/13/fair.md', '2015-02-13', 0],
    ['2015/2/13/fair/index.md', '2015-02-13', 0],
    ['2015/02/13-fair.md', '2015-02-13', 0],
    ['2015/02-13-fair.md', '2015-02-13', 0],
    ['2015/02-13-fair/index.md', '2015-02-13', 0],
    ['2015/02/13/2015-02-14-fair.md', '2015-02-14', 11],
  ])('%s', (file, day, prefixLength) => {
    expect(findPathDate(file)).toEqual({ at: `${day}T00:00:00Z`, prefixLength });
  });

  test.each([
    'fair.md',
    '2026-02-30-fair.md',
    '2015/02/fair.md',
    '2015/fair.md',
    '2015/02-30-fair.md',
    'news/02-13-fair.md',
    '1234567890-fair.md',
    '12-02-03-x.md',
  ])('but not in %s', (file) => {
    expect(findPathDate(file)).toBeUndefined();
  });
});

const undated = (slug = '') => `---\ntitle: Fair opens\n${slug}---\nText.`;

describe('an article without a date', () => {
  test('is dated by its path, and the last part of its address loses the date', () => {
    const { articles, diagnostics } = editionOf({
      'news/2026-02-03-fair.md': undated(),
      '2015/02/13/bridge.md': undated(),
      'b/2026-02-04-pier/index.md': undated(),
      '2026-02-05.md': undated(),
      '2026-02-06-own.md': undated('slug: another\n'),
    });
    expect(articles.map(({ slug, publishedAt }) => [slug, publishedAt.slice(0, 10)])).toEqual([
      ['another', '2026-02-06'],
      ['2026-02-05', '2026-02-05'],
      ['b/pier', '2026-02-04'],
      ['news/fair', '2026-02-03'],
      ['2015/02/13/bridge', '2015-02-13'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('keeps the date in its address if another article has the one without it', () => {
    const { articles, diagnostics } = editionOf({
      '2026-02-03-links.md': undated(),
      '2026-02-04-links.md': undated(),
      '2026-02-05-fair.md': undated(),
      'fair.md': articleFile(),
    });
    expect(articles.map(({ file, slug }) => [file, slug])).toEqual([
      ['2026-02-05-fair.md', '2026-02-05-fair'],
      ['2026-02-04-links.md', '2026-02-04-links'],
      ['2026-02-03-links.md', 'links'],
      ['fair.md', 'fair'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('is rejected without a date in its path', () => {
    const { diagnostics } = editionOf({ 'fair.md': undated() });
    expect(diagnostics).toMatchObject([{ code: 'missing-field', field: 'publishedDateTime', severity: 'error' }]);
  });
});

describe('an article with a date of its own', () => {
  test('keeps the date of its name in its address', () => {
    const { articles } = editionOf({ '2026-02-03-fair.md': articleFile('publishedDateTime: 2026-02-01') });
    expect(articles[0]).toMatchObject({ slug: '2026-02-03-fair', publishedAt: '2026-02-01T00:00:00Z' });
  });

  test('is rejected if that date is invalid: the one of its name may be another', () => {
    const { diagnostics } = editionOf({ '2026-02-03-fair.md': undated('date: 03/04/2026\n') });
    expect(diagnostics).toMatchObject([{ code: 'bad-required-field', field: 'date', severity: 'error' }]);
  });
});
