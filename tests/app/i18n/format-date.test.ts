import { expect, test } from 'vitest';
import { formatAge, formatDateTime, formatShortDate, formatWeekday } from '../../../src/app/i18n/format-date.ts';
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
  ['2026-11-24T11:59:40Z', '1 min'],
  ['2026-11-24T09:00:00Z', '3 hrs'],
  ['2026-11-21T09:00:00Z', '3 days'],
])('%s is %s old', (at, age) => {
  expect(formatAge(at, now, locale)).toBe(age);
});

test('an age is in the language of the site', () => {
  expect(formatAge('2026-11-21T09:00:00Z', now, { ...locale, language: 'de' })).toBe('3 Tg.');
});

test.each(['2026-11-25T00:00:01Z', '2026-11-16T09:00:00Z', '2026-11-24T00:00:00Z'])('%s has no age', (at) => {
  expect(formatAge(at, now, locale)).toBeUndefined();
});

test('a weekday is that of its day', () => {
  expect(formatWeekday('2025-10-09', locale)).toBe('Thursday');
});

test('a short date has the year', () => {
  expect(formatShortDate('2025-10-09T00:00:00Z', locale)).toBe('9 Oct 2025');
});
