import { expect, test } from 'vitest';
import { choosePeriod, groupArticles } from '../../../src/app/collection/group-articles.ts';
import { formatAge, formatDateTime, formatShortDate } from '../../../src/app/i18n/format-date.ts';
import type { Summary } from '../../../src/model/article.ts';
import { dayOf, hasTime } from '../../../src/model/calendar-day.ts';

const locale = { language: 'en-GB', timeZone: 'America/Los_Angeles' };
const now = Date.parse('2026-11-24T12:00:00Z');
const published = (publishedAt: string): Summary => ({
  slug: publishedAt,
  title: 'T',
  kind: 'article',
  topics: [],
  publishedAt,
});

test('a date without a clock time is the same in every zone', () => {
  expect(hasTime('2025-10-09T00:00:00Z')).toBe(false);
  expect(dayOf('2025-10-09T00:00:00Z', locale)).toBe('2025-10-09');
  expect(dayOf('2025-10-09T01:00:00Z', locale)).toBe('2025-10-08');
  expect(formatDateTime('2025-10-09T00:00:00Z', locale)).toMatch(/9 October 2025$/);
});

test.each([
  ['2026-11-24T11:59:40Z', '1m'],
  ['2026-11-24T09:00:00Z', '3h'],
  ['2026-11-21T09:00:00Z', '3d'],
])('%s is %s old', (at, age) => {
  expect(formatAge(at, now, locale)).toBe(age);
});

test.each(['2026-11-25T00:00:01Z', '2026-11-16T09:00:00Z', '2026-11-24T00:00:00Z'])('%s is dated, not aged', (at) => {
  expect(formatAge(at, now, locale)).toBeUndefined();
});

test('a short date has its year', () => {
  expect(formatShortDate('2025-10-09T00:00:00Z', locale)).toBe('9 Oct 2025');
});

test('articles are grouped by the shortest period that makes at most ten groups', () => {
  const days = Array.from({ length: 20 }, (_, index) => published(`2026-11-${10 + (index >> 1)}T20:00:00Z`)).reverse();
  expect(choosePeriod(days, locale)).toBe('day');
  expect(choosePeriod([...days, published('2026-11-02T20:00:00Z')], locale)).toBe('month');
  expect(
    choosePeriod(
      days.filter((_, index) => index % 2 === 0),
      locale,
    ),
  ).toBe('month');
  const years = Array.from({ length: 12 }, (_, index) => published(`${2026 - index}-11-02T20:00:00Z`));
  expect(choosePeriod(years, locale)).toBe('year');
  expect(groupArticles(years, 'year', locale).map(({ key }) => key)).toEqual(
    years.map(({ publishedAt }) => publishedAt.slice(0, 4)),
  );
});

test('a day stands once, though dates without a clock time fall between the moments of another zone', () => {
  const moments = ['2026-11-23T02:00:00Z', '2026-11-23T00:00:00Z', '2026-11-22T20:00:00Z'].map(published);
  const groups = groupArticles(moments, 'day', locale);
  expect(groups.map(({ key, articles }) => [key, articles.map(({ slug }) => slug)])).toEqual([
    ['2026-11-23', ['2026-11-23T00:00:00Z']],
    ['2026-11-22', ['2026-11-23T02:00:00Z', '2026-11-22T20:00:00Z']],
  ]);
});
