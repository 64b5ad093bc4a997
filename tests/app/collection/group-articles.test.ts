import { expect, test } from 'vitest';
import { choosePeriod, groupArticles } from '../../../src/app/collection/group-articles.ts';
import type { Summary } from '../../../src/model/article.ts';

const locale = { language: 'en-GB', timeZone: 'America/Los_Angeles' };
const publishedOn = (publishedAt: string): Summary => ({
  slug: publishedAt,
  title: 'T',
  kind: 'article',
  topics: [],
  publishedAt,
});

test('articles are grouped by the shortest period that makes at most ten groups', () => {
  const days = Array.from({ length: 20 }, (_, index) =>
    publishedOn(`2026-11-${10 + (index >> 1)}T20:00:00Z`),
  ).reverse();
  expect(choosePeriod(days, locale)).toBe('day');
  expect(choosePeriod([...days, publishedOn('2026-11-02T20:00:00Z')], locale)).toBe('month');
  expect(
    choosePeriod(
      days.filter((_, index) => index % 2 === 0),
      locale,
    ),
  ).toBe('month');
  const years = Array.from({ length: 12 }, (_, index) => publishedOn(`${2026 - index}-11-02T20:00:00Z`));
  expect(choosePeriod(years, locale)).toBe('year');
  expect(groupArticles(years, 'year', locale).map(({ key }) => key)).toEqual(
    years.map(({ publishedAt }) => publishedAt.slice(0, 4)),
  );
});

test('each day is one group, even if a date without a time of day sorts between articles of another day', () => {
  const articles = ['2026-11-23T02:00:00Z', '2026-11-23T00:00:00Z', '2026-11-22T20:00:00Z'].map(publishedOn);
  const groups = groupArticles(articles, 'day', locale);
  expect(groups.map((group) => [group.key, group.articles.map(({ slug }) => slug)])).toEqual([
    ['2026-11-23', ['2026-11-23T00:00:00Z']],
    ['2026-11-22', ['2026-11-23T02:00:00Z', '2026-11-22T20:00:00Z']],
  ]);
});
