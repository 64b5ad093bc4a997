import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../../../src/pipeline/content/normalize/dates/parse-date.ts';

const parse = (value: unknown, timeZone = 'UTC') => {
  const result = parseDate(value, timeZone);
  return 'at' in result ? result.at : result;
};

describe('reads', () => {
  test.each([
    ['2021-05-19T15:02:27Z', '2021-05-19T15:02:27Z'],
    ['2021-06-02T09:12:27-07:00', '2021-06-02T16:12:27Z'],
    ['2021-06-02T23:30+0530', '2021-06-02T18:00:00Z'],
    ['2021-06-02 09:12', '2021-06-02T09:12:00Z'],
    ['2021-06-02T09:12:27.250Z', '2021-06-02T09:12:27.250Z'],
    ['2021-06-02', '2021-06-02T00:00:00Z'],
    ['2020-02-29', '2020-02-29T00:00:00Z'],
    ['0099-01-01', '0099-01-01T00:00:00Z'],
    ['2021-06-02T24:00:00Z', '2021-06-03T00:00:00Z'],
    // One digit, other separators.
    ['2021-6-2', '2021-06-02T00:00:00Z'],
    ['2021-06-02 9:05:00 +0900', '2021-06-02T00:05:00Z'],
    ['2021/06/02', '2021-06-02T00:00:00Z'],
    ['2021/6/2 9:05', '2021-06-02T09:05:00Z'],
    ['2021.06.02', '2021-06-02T00:00:00Z'],
    ['2021. 6. 2.', '2021-06-02T00:00:00Z'],
    ['2021 06 02', '2021-06-02T00:00:00Z'],
    ['20210602', '2021-06-02T00:00:00Z'],
    ['20210602T091200Z', '2021-06-02T09:12:00Z'],
    ['2021-W22-3', '2021-06-02T00:00:00Z'],
    ['2020-W53-7', '2021-01-03T00:00:00Z'],
    // Names of months and days.
    ['Jun 02 2021', '2021-06-02T00:00:00Z'],
    ['June 2, 2021', '2021-06-02T00:00:00Z'],
    ['Sept. 2nd, 2021', '2021-09-02T00:00:00Z'],
    ['2 June 2021', '2021-06-02T00:00:00Z'],
    ['2nd of June 2021', '2021-06-02T00:00:00Z'],
    ['2. June 2021', '2021-06-02T00:00:00Z'],
    ['02-Jun-2021', '2021-06-02T00:00:00Z'],
    ['2021-Jun-02', '2021-06-02T00:00:00Z'],
    ['Wednesday, June 2, 2021 at 3:05 PM', '2021-06-02T15:05:00Z'],
    ['Wed, 02 Jun 2021 09:12:00 +0900', '2021-06-02T00:12:00Z'],
    ['Wed, 2 Jun 2021 09:12 GMT', '2021-06-02T09:12:00Z'],
    ['Wed Jun  2 09:12:00 2021', '2021-06-02T09:12:00Z'],
    ['Wed Jun 2 09:12:00 EST 2021', '2021-06-02T14:12:00Z'],
    ['Wed Jun 02 2021 09:12:00 GMT+0900 (Japan Standard Time)', '2021-06-02T00:12:00Z'],
    ['2021年6月2日', '2021-06-02T00:00:00Z'],
    ['2021년 6월 2일', '2021-06-02T00:00:00Z'],
    // Day and month that cannot be confused.
    ['13/06/2021', '2021-06-13T00:00:00Z'],
    ['06/13/2021', '2021-06-13T00:00:00Z'],
    ['13.06.2021', '2021-06-13T00:00:00Z'],
    ['06/06/2021', '2021-06-06T00:00:00Z'],
    // Clocks and zones.
    ['2021-06-02 12:00 AM +01:00', '2021-06-01T23:00:00Z'],
    ['2021-06-02 12:30 p.m.', '2021-06-02T12:30:00Z'],
    ['2021-06-02 10:00 PM', '2021-06-02T22:00:00Z'],
    ['2021-06-02T10:00:00+09', '2021-06-02T01:00:00Z'],
    ['2021-06-02 10:00 -4', '2021-06-02T14:00:00Z'],
    ['2021-06-02 10:00:00 Z', '2021-06-02T10:00:00Z'],
    ['2021-06-02 10:00:00 UTC', '2021-06-02T10:00:00Z'],
    ['2021-06-02 10:00:00 UTC+2', '2021-06-02T08:00:00Z'],
    ['2021-06-02 10:00:00 PDT', '2021-06-02T17:00:00Z'],
    ['2021-06-02 10:00:00 CEST', '2021-06-02T08:00:00Z'],
    ['2021-06-02 10:00:00 America/Chicago', '2021-06-02T15:00:00Z'],
    ['2021-06-02T10:00:00-07:00[America/Los_Angeles]', '2021-06-02T17:00:00Z'],
    // Typography.
    [' 2021-06-02 ', '2021-06-02T00:00:00Z'],
    ['2021\u201106\u201102', '2021-06-02T00:00:00Z'],
    ['2021-06-02T10:00:00\u221205:00', '2021-06-02T15:00:00Z'],
    ['2021-06-02\u00a010:00', '2021-06-02T10:00:00Z'],
    ['２０２１-06-02', '2021-06-02T00:00:00Z'],
  ])('%s', (source, date) => {
    expect(parse(source)).toBe(date);
    expect(parse(source, 'Pacific/Kiritimati')).toMatch(new RegExp(`^${date.slice(0, 4)}`));
  });
});

describe('reads a time without a zone in the time zone of the site', () => {
  test.each([
    ['2021-01-02 02:30', 'America/New_York', '2021-01-02T07:30:00Z'],
    ['2021-06-02 02:30', 'America/New_York', '2021-06-02T06:30:00Z'],
    ['2021-06-02T07:00', 'Asia/Tokyo', '2021-06-01T22:00:00Z'],
    ['June 2, 2021 7:00 am', 'Asia/Kolkata', '2021-06-02T01:30:00Z'],
    ['2021-06-02 00:00:00', 'America/New_York', '2021-06-02T04:00:00Z'],
    ['1850-06-02 12:00', 'Europe/Amsterdam', '1850-06-02T11:42:30Z'],
  ])('%s in %s', (source, timeZone, date) => {
    expect(parse(source, timeZone)).toBe(date);
  });

  test.each([
    ['a time that summer time skips is read as before the change', '2026-03-08 02:30:00', '2026-03-08T07:30:00Z'],
    ['a time that occurs twice is the first', '2026-11-01 01:30:00', '2026-11-01T05:30:00Z'],
    ['the hour before the change', '2026-03-08 01:59:59', '2026-03-08T06:59:59Z'],
    ['the hour after the change', '2026-03-08 03:00:00', '2026-03-08T07:00:00Z'],
  ])('%s', (_, source, date) => {
    expect(parse(source, 'America/New_York')).toBe(date);
  });

  test('but a date alone and a time with a zone are the same in every zone', () => {
    for (const source of ['2021-06-02', 'June 2, 2021', '2021-06-02T10:00:00Z', '2021-06-02 10:00 +0200'])
      expect(parse(source, 'Asia/Tokyo')).toBe(parse(source));
  });
});

describe('refuses, each in its own words,', () => {
  test.each([
    ['2021-02-30', /^Expected a date and time that exist, found `2021-02-30`\.$/],
    ['2021-13-01', /that exist/],
    ['2021-02-29', /that exist/],
    ['2021-06-02T25:00Z', /that exist/],
    ['2021-06-02T24:01Z', /that exist/],
    ['2021-06-02T10:61Z', /that exist/],
    ['2021-06-02T10:00+25:00', /that exist/],
    ['2021-06-02 13:00 pm', /that exist/],
    ['2020-W54-1', /such as 2026-11-23/],
    ['0000-01-01', /that exist/],
    ['June 31, 2021', /that exist/],
    ['2021-06-02 10:00 IST', /found `IST` in .*, which several zones are called\.$/],
    ['2021-06-02 10:00 Europe/Atlantis', /^Expected a time zone such as .*found `Europe\/Atlantis` in/],
    ['03/04/2024', /^Expected a date with the year first, found `03\/04\/2024`, in which the day and the month can be/],
    ['05.01.2024 10:00', /with the year first/],
    ['03/04/24', /year of four digits/],
    ['3 Jan 24', /year of four digits/],
    ['2024-01', /^Expected a year, a month and a day, found `2024-01`, which has no day\.$/],
    ['2024', /which has no day/],
    ['2024-W01', /which is a whole week/],
    ['1622625147', /^Expected a date, found `1622625147`, a number\.$/],
    [7, /found `7`, a number/],
    ['tomorrow', /another date every day/],
    ['<% tp.date.now() %>', /an expression of a template that was not filled in/],
    ['3. Januar 2024', /month in English or as a number/],
    ['10:30', /a time without a date/],
    ['soon', /^Expected a date such as 2026-11-23 or 2026-11-23T06:40:00Z, found `soon`\.$/],
    ['2021-06-02 and more', /such as/],
    ['', /such as/],
    [null, /found nothing/],
    [{}, /found nested fields/],
  ])('%j', (source, message) => {
    expect(parse(source)).toMatchObject({ message: expect.stringMatching(message) as unknown });
  });

  test('and shows how to write what was probably meant', () => {
    expect(parse('03/04/2024')).toMatchObject({ hint: 'Write 2024-03-04 or 2024-04-03.' });
    expect(parse('1622625147')).toMatchObject({ hint: 'If it is a Unix time, write 2021-06-02T09:12:27Z.' });
    expect(parse('1622625147123')).toMatchObject({ hint: 'If it is a Unix time, write 2021-06-02T09:12:27Z.' });
  });
});

test('parses a date in the usual format as it parses the same date with a numeric time zone', () => {
  const parts = ['0000', '0001', '2021'].flatMap((year) =>
    ['00-10', '01-00', '02-28', '02-29', '12-31', '13-01'].map((day) => `${year}-${day}`),
  );
  const times = ['00:00:00', '23:59:59', '10:60:00', '10:00:60'];
  for (const time of parts.flatMap((day) => times.map((clock) => `${day}T${clock}`))) {
    const [usual, numeric] = [`${time}Z`, `${time}+00:00`].map((text) => parseDate(text, 'Asia/Tokyo'));
    expect('at' in (usual ?? {}) ? usual : 'none', time).toEqual('at' in (numeric ?? {}) ? numeric : 'none');
  }
});
