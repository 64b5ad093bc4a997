import { afterEach, expect, test, vi } from 'vitest';
import * as texts from '../../../src/app/i18n/languages/en.ts';
import { dayOf, hasTime } from '../../../src/model/calendar-day.ts';
import { loadInterfaceLanguage } from '../../../src/pipeline/settings/interface-language.ts';

const locale = { timeZone: 'America/Los_Angeles' };
const now = Date.parse('2026-11-24T12:00:00Z');

/** The functions in a language. */
async function formatsIn(language: string): Promise<typeof import('../../../src/app/i18n/format-date.ts')> {
  vi.doMock('../../../src/app/i18n/language.ts', () => ({ ...texts, locale: language }));
  vi.resetModules();
  return import('../../../src/app/i18n/format-date.ts');
}
afterEach(() => {
  vi.doUnmock('../../../src/app/i18n/language.ts');
  vi.resetModules();
});

const english = 'en-GB-u-ca-gregory-nu-latn';

test('a date without a time of day is the same day in every time zone', async () => {
  expect(hasTime('2025-10-09T00:00:00Z')).toBe(false);
  expect(dayOf('2025-10-09T00:00:00Z', locale)).toBe('2025-10-09');
  expect(dayOf('2025-10-09T01:00:00Z', locale)).toBe('2025-10-08');
  const { formatDateTime } = await formatsIn(english);
  expect(formatDateTime('2025-10-09T00:00:00Z', locale)).toMatch(/9 October 2025$/);
});

test.each([
  ['2026-11-24T11:59:40Z', '1 min ago'],
  ['2026-11-24T09:00:00Z', '3 hr ago'],
  ['2026-11-21T09:00:00Z', '3 days ago'],
])('%s was %s', async (at, age) => {
  const { formatAge } = await formatsIn(english);
  expect(formatAge(at, now)).toBe(age);
});

test('an age is in the language of the interface', async () => {
  const { formatAge } = await formatsIn('de');
  expect(formatAge('2026-11-21T09:00:00Z', now)).toBe('vor 3 Tagen');
});

test.each(['2026-11-25T00:00:01Z', '2026-11-16T09:00:00Z', '2026-11-24T00:00:00Z'])('%s has no age', async (at) => {
  const { formatAge } = await formatsIn(english);
  expect(formatAge(at, now)).toBeUndefined();
});

test('a weekday is that of its day', async () => {
  const { formatWeekday } = await formatsIn(english);
  expect(formatWeekday('2025-10-09', locale)).toBe('Thursday');
});

test('a short date has the year', async () => {
  const { formatShortDate } = await formatsIn(english);
  expect(formatShortDate('2025-10-09T00:00:00Z', locale)).toBe('9 Oct 2025');
});

test.each(['ar-EG', 'fa-IR', 'en-u-ca-buddhist', 'de-u-nu-thai'])(
  'dates in a paper in %s have the year and the digits of addresses',
  async (language) => {
    const { formatShortDate } = await formatsIn((await loadInterfaceLanguage({ site: { language } })).locale);
    expect(formatShortDate('2025-10-09T00:00:00Z', locale)).toContain('2025');
  },
);
