import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/pipeline/content/cache/article-record.ts';
import type { NewsEvent } from '../../../../src/pipeline/edition/coverage/news-event.ts';
import { explainOrder } from '../../../../src/pipeline/edition/explain-counts.ts';
import { chooseOrder, type FrontOrder } from '../../../../src/pipeline/edition/top/choose-order.ts';
import type { Settings } from '../../../../src/pipeline/settings/settings.ts';
import { editionOf } from '../../../support/content-folder.ts';
import { plainStories, topFiles } from '../../../support/top-paper.ts';

interface Paper {
  total: number;
  /** How many of the newest articles are on events. */
  inEvents?: number;
  /** How many articles are newer than those. */
  before?: number;
  /** The places of scored articles. */
  scored?: number[];
  order?: 'top' | 'newest';
}

/** The order of a paper. */
function orderOf({ total, inEvents = 0, before = 0, scored = [], order }: Paper): FrontOrder {
  const articles = Array.from({ length: total }, (_, index) => ({
    slug: `s${index}`,
    ...(scored.includes(index) && { score: 1 }),
  })) as ArticleRecord[];
  const event: NewsEvent = { reports: [] };
  const onEvents = new Set(articles.slice(before, before + inEvents));
  const settings = (order === undefined ? {} : { order }) as Settings;
  return chooseOrder(articles, (article) => (onEvents.has(article) ? event : undefined), settings);
}

describe('without a setting', () => {
  test.each([
    [300, 30, 'top'],
    [300, 29, 'newest'],
    [5000, 30, 'top'],
    [5000, 29, 'newest'],
    [20, 2, 'top'],
    [21, 2, 'newest'],
    [2, 2, 'top'],
    [1, 0, 'newest'],
    [0, 0, 'newest'],
  ] as const)(
    'with %i articles, of which %i are on events, the front page begins with: %s',
    (total, inEvents, order) => {
      expect(orderOf({ total, inEvents }).standard).toBe(order);
    },
  );

  test('articles after the newest 300 do not count', () => {
    expect(orderOf({ total: 400, inEvents: 100, before: 300 })).toMatchObject({ hasTop: false, standard: 'newest' });
    expect(orderOf({ total: 400, inEvents: 100, before: 250 }).share).toEqual({ inEvents: 50, of: 300 });
  });

  test('readers can choose the order of points if one of the newest 90 articles is on an event or has a score', () => {
    expect(orderOf({ total: 400 }).hasTop).toBe(false);
    expect(orderOf({ total: 400, scored: [0] })).toMatchObject({ hasTop: true, standard: 'newest' });
    expect(orderOf({ total: 400, scored: [89] }).hasTop).toBe(true);
    expect(orderOf({ total: 400, scored: [90] }).hasTop).toBe(false);
    expect(orderOf({ total: 400, inEvents: 2, before: 88 }).hasTop).toBe(true);
    expect(orderOf({ total: 400, inEvents: 2, before: 90 }).hasTop).toBe(false);
  });
});

describe('the setting `order`', () => {
  test('decides, and then no share of events is told', () => {
    expect(orderOf({ total: 300, inEvents: 300, order: 'newest' })).toEqual({ hasTop: true, standard: 'newest' });
    expect(orderOf({ total: 300, order: 'newest' })).toEqual({ hasTop: false, standard: 'newest' });
    expect(orderOf({ total: 300, order: 'top' })).toEqual({ hasTop: true, standard: 'top' });
  });

  test.each(['top', 'newest'] as const)('is read from site.yaml: `%s`', (order) => {
    const { order: chosen, diagnostics } = editionOf({
      ...topFiles({ ...plainStories(3), scored: { lines: 'quality: 1' } }),
      'site.yaml': `order: ${order}\n`,
    });
    expect(chosen).toEqual({ hasTop: true, standard: order });
    expect(diagnostics).toEqual([]);
  });

  test('refuses other values', () => {
    const { diagnostics, order } = editionOf({ ...topFiles(plainStories(3)), 'site.yaml': 'order: oldest\n' });
    expect(diagnostics).toMatchObject([
      { file: 'site.yaml', line: 1, message: 'Expected `top` or `newest`, found `oldest`.' },
    ]);
    expect(order).toMatchObject({ standard: 'newest', share: { inEvents: 0, of: 3 } });
  });
});

describe('the build', () => {
  test('says why the front page begins with the top stories, and how to change it', () => {
    expect(explainOrder(orderOf({ total: 500, inEvents: 45 }))).toBe(
      'The front page begins with the top stories: 45 of the newest 300 articles are on events. Set `order: newest` in site.yaml to begin with the newest.',
    );
  });

  test('says why the front page begins with the newest stories, and how to change it', () => {
    expect(explainOrder(orderOf({ total: 120, inEvents: 2 }))).toBe(
      'The front page begins with the newest stories: 2 of the newest 120 articles are on events. Set `order: top` in site.yaml to begin with the top stories.',
    );
    expect(explainOrder({ hasTop: true, standard: 'newest', share: { inEvents: 1, of: 120 } })).toContain(
      ': 1 of the newest 120 articles is on events.',
    );
  });

  test.each([
    ['the publisher has chosen it', { total: 300, inEvents: 300, order: 'newest' }],
    ['the publisher has chosen that of points', { total: 300, order: 'top' }],
    ['there is no choice', { total: 300 }],
  ] as const)('says nothing if %s', (_, paper) => {
    expect(explainOrder(orderOf(paper))).toBe('');
  });
});
