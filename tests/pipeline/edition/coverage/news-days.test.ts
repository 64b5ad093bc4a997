import { describe, expect, test } from 'vitest';
import { groupReports } from '../../../../src/pipeline/edition/coverage/grouping/group-reports.ts';
import type { EventReport } from '../../../../src/pipeline/edition/coverage/terms/event-report.ts';
import { groupBy } from '../../../../src/pipeline/util/group-by.ts';
import { NEWS_DAYS, type NewsReport } from '../../../fixtures/news-days.ts';

/** The least share of the pairs of reports on one event that are in one group. */
const MIN_FOUND = 0.7;

/** The days of one language are one paper. */
const PAPERS = Array.from(
  groupBy(NEWS_DAYS, ({ lang = 'en' }) => lang),
  ([lang, days]) => {
    const reports = days.flatMap((day) => day.reports).sort(oldestFirst);
    return { lang, events: eventsOf(reports), groups: groupsOf(reports, lang) };
  },
);

describe.each(PAPERS)('invented news in $lang', ({ events, groups }) => {
  test('no group has reports on different events', () => {
    const mixed = groups.filter((group) => countPairs(group) !== pairsOf(group.length));
    expect(mixed.map(titlesOf)).toEqual([]);
  });

  test('of each event with three reports, two are in one group', () => {
    const large = events.filter(({ length }) => length >= 3);
    const missed = large.filter((event) => !groups.some((group) => group.filter(isIn(event)).length > 1));
    expect(missed.map(titlesOf)).toEqual([]);
  });
});

test('most pairs of reports on one event are in one group', () => {
  const all = sum(PAPERS.flatMap(({ events }) => events.map(({ length }) => pairsOf(length))));
  const found = sum(PAPERS.flatMap(({ groups }) => groups.map(countPairs)));
  expect(found / all).toBeGreaterThanOrEqual(MIN_FOUND);
});

function oldestFirst(a: NewsReport, b: NewsReport): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.title < b.title ? -1 : 1);
}

/** The reports on each event. */
function eventsOf(reports: readonly NewsReport[]): NewsReport[][] {
  const labelled = reports.filter(({ event }) => event !== undefined);
  return [...groupBy(labelled, ({ event }) => event).values()];
}

function groupsOf(reports: readonly NewsReport[], language: string): NewsReport[][] {
  const { groups } = groupReports({ reports: reports.map(toEventReport), language });
  return groups.map(({ members }) => members.flatMap((index) => reports[index] ?? []));
}

function toEventReport({ title, excerpt = '', at, provider }: NewsReport): EventReport {
  return { version: `${at} ${title}`, at: Date.parse(at), provider, read: () => ({ title, excerpt }) };
}

/** How many pairs of reports are on one event. */
function countPairs(reports: readonly NewsReport[]): number {
  return sum(eventsOf(reports).map(({ length }) => pairsOf(length)));
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function isIn(event: readonly NewsReport[]): (report: NewsReport) => boolean {
  return (report) => event.includes(report);
}

function titlesOf(reports: readonly NewsReport[]): string[] {
  return reports.map(({ title }) => title);
}
