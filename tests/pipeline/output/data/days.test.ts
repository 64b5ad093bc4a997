import { expect, test } from 'vitest';
import { changedFiles } from '../../../support/changed-files.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../../support/content-folder.ts';

/** One article for each of these dates. */
const published = (...dates: string[]): Files =>
  Object.fromEntries(
    dates.map((at, index) => [
      `n${index}.md`,
      articleFile(`publishedDateTime: ${at}\nwebUrl: https://n.example/${index}`),
    ]),
  );

const daysIn = (files: Files): unknown => JSON.parse(outputsOf(editionOf(files)).get('data/days.json') ?? 'null');

const west = { 'site.yaml': 'timeZone: America/Los_Angeles\n' };

test('consecutive articles of a day are one run, oldest first', () => {
  const files = published('2021-05-20T09:00:00Z', '2021-05-19T08:00:00Z', '2021-05-19T23:59:59Z', '2021-05-21');
  expect(daysIn(files)).toEqual([
    ['2021-05-19', 2],
    ['2021-05-20', 1],
    ['2021-05-21', 1],
  ]);
});

test("days are those of the site's zone", () => {
  expect(daysIn({ ...published('2021-05-20T06:59:00Z', '2021-05-20T07:01:00Z'), ...west })).toEqual([
    ['2021-05-19', 1],
    ['2021-05-20', 1],
  ]);
});

test('a day occurs twice if a date without a time is between its articles', () => {
  const files = published('2021-05-19T20:00:00Z', '2021-05-20', '2021-05-20T06:00:00Z', '2021-05-20T08:00:00Z');
  expect(daysIn({ ...files, ...west })).toEqual([
    ['2021-05-19', 1],
    ['2021-05-20', 1],
    ['2021-05-19', 1],
    ['2021-05-20', 1],
  ]);
});

test('a change of text or of the time on the same day does not change the file', () => {
  const days = 'data/days.json';
  const files = published('2021-05-19T08:00:00Z', '2021-05-20T08:00:00Z');
  const other = { ...files, 'n0.md': articleFile('publishedDateTime: 2021-05-19T10:00:00Z\nexcerpt: Other words.') };
  expect(changedFiles(files, other)).not.toContain(days);
  expect(changedFiles(files, { ...files, ...published('2021-05-18') })).toContain(days);
});
