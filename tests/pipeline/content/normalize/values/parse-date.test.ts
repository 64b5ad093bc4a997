import { expect, test } from 'vitest';
import { parseDate } from '../../../../../src/pipeline/content/normalize/values/parse-date.ts';

test.each([
  ['2021-05-19T15:02:27Z', '2021-05-19T15:02:27Z'],
  ['2021-06-02T09:12:27-07:00', '2021-06-02T16:12:27Z'],
  ['2021-06-02T23:30+0530', '2021-06-02T18:00:00Z'],
  ['2021-06-02 09:12', '2021-06-02T09:12:00Z'],
  ['2021-06-02T09:12:27.250Z', '2021-06-02T09:12:27.250Z'],
  ['2021-06-02', '2021-06-02T00:00:00Z'],
  ['2020-02-29', '2020-02-29T00:00:00Z'],
  ['0099-01-01', '0099-01-01T00:00:00Z'],
])('parses %s', (source, date) => {
  expect(parseDate(source)).toBe(date);
});

test.each([
  '2021-02-30',
  '2021-13-01',
  '2021-02-29',
  '2021-06-02T25:00Z',
  '2021-06-02T10:61Z',
  '2021-06-02T10:00+25:00',
  '2 June 2021',
  '1622625147',
  '20210602',
  '',
  7,
  null,
  {},
])('rejects %j', (source) => {
  expect(parseDate(source)).toBeUndefined();
});

test('parses a date in the usual format as it parses the same date with a numeric time zone', () => {
  const parts = ['0000', '0001', '2021'].flatMap((year) =>
    ['00-10', '01-00', '02-28', '02-29', '12-31', '13-01'].map((day) => `${year}-${day}`),
  );
  const times = ['00:00:00', '23:59:59', '24:00:00', '10:60:00', '10:00:60'];
  for (const time of parts.flatMap((day) => times.map((clock) => `${day}T${clock}`)))
    expect(parseDate(`${time}Z`), time).toBe(parseDate(`${time}+00:00`));
});
