import { expect, test } from 'vitest';
import { formatAge, formatDateTime, formatShortDate } from '../../../src/app/i18n/format-date.ts';
import { dayOf, hasTime } from '../../../src/model/calendar-day.ts';

const locale = { language: 'en-GB', timeZone: 'America/Los_Angeles' };
const now = Date.parse('2026-11-24T12:00:00Z');

test('a date without a time of day is the same day in every time zone', () => {
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

test.each(['2026-11-25T00:00:01Z', '2026-11-16T09:00:00Z', '2026-11-24T00:00:00Z'])('%s has no age', (at) => {
  expect(formatAge(at, now, locale)).toBeUndefined();
});

test('a short date has the year', () => {
  expect(formatShortDate('2025-10-09T00:00:00Z', locale)).toBe('9 Oct 2025');
});
