import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openKeyedCache } from '../../../../../src/pipeline/content/cache/keyed-cache.ts';
import { groupReports } from '../../../../../src/pipeline/edition/coverage/grouping/group-reports.ts';
import type { ReportSegment } from '../../../../../src/pipeline/edition/coverage/grouping/report-segments.ts';
import {
  type EventReport,
  HOUR,
  type ReportGroup,
  type ReportText,
} from '../../../../../src/pipeline/edition/coverage/terms/event-report.ts';
import { reportTerms } from '../../../../../src/pipeline/edition/coverage/terms/report-terms.ts';
import { NEWS_DAYS } from '../../../../fixtures/news-days.ts';
import { runsOf } from '../../../../support/property-runs.ts';

const START = Date.UTC(2026, 0, 1);

const report = (hour: number, text: ReportText, provider?: string): EventReport => ({
  version: JSON.stringify([text, provider]),
  at: START + hour * HOUR,
  ...(provider !== undefined && { provider }),
  read: () => text,
});

const groupsOf = (reports: readonly EventReport[], language = 'en'): ReportGroup[] =>
  groupReports({ reports, language }).groups;

/** A pseudo-random number below `limit` for an index: the same in every run. */
const pick = (index: number, limit: number): number => (Math.imul(index + 1, 2_654_435_761) >>> 8) % limit;

/** A paper with an event of two reports a day, and other stories. Its words come from 400 syllable pairs. */
function paperOf(count: number): EventReport[] {
  const syllables = [
    'ba',
    'ke',
    'li',
    'mo',
    'nu',
    'ra',
    'se',
    'ti',
    'vo',
    'zu',
    'pal',
    'gor',
    'fen',
    'dim',
    'hul',
    'jat',
  ];
  const word = (n: number): string => `${syllables[n % 16]}${syllables[(n >> 4) % 16]}${syllables[(n >> 8) % 16]}`;
  return Array.from({ length: count }, (_, index) => {
    const subject = index % 4 === 1 ? index - 1 : index;
    const own = [0, 1, 2].map((n) => word(pick(index * 7 + n, 4096)));
    const shared = [0, 1, 2, 3, 4].map((n) => word(pick(subject * 31 + n, 4096)));
    return report(
      index * 6,
      { title: [...shared, ...own].join(' '), excerpt: `The ${word(index % 40)} of it.` },
      `p${index % 5}`,
    );
  });
}

const asTexts = (groups: readonly ReportGroup[], reports: readonly EventReport[]): string[] =>
  groups.map(({ members, ...rest }) => JSON.stringify([members.map((index) => reports[index]?.version), rest]));

/** In a paper this small, every article has some influence on how telling words are. */
const membersAlone = ({ members }: ReportGroup): ReportGroup => ({ members, terms: [], nearest: [], sameText: [] });

const isBefore =
  (limit: number, reports: readonly EventReport[]) =>
  ({ members }: ReportGroup): boolean =>
    members.every((index) => (reports[index]?.at ?? 0) < limit);

describe('a new report', () => {
  test('changes no group that is more than 96 hours older', () => {
    fc.assert(
      fc.property(fc.integer({ min: 257, max: 420 }), fc.integer({ min: 0, max: 40 }), (count, like) => {
        const reports = paperOf(count);
        const newest = reports.at(-1)?.at ?? 0;
        const text = reports.at(-1 - like)?.read() ?? { title: '' };
        const added = [...reports, { ...report(0, { title: text.title }), at: newest + HOUR }];
        const isOld = isBefore(newest + HOUR - 96 * HOUR, reports);
        const [before, after] = [groupsOf(reports), groupsOf(added)];
        expect(before.filter(isOld).length).toBeGreaterThan(20);
        expect(asTexts(after.filter(isBefore(newest - 95 * HOUR, added)), added)).toEqual(
          asTexts(before.filter(isOld), reports),
        );
      }),
      { numRuns: runsOf(8) },
    );
  });

  test('reads only the texts of the last segment and of open groups', () => {
    const reports = paperOf(1100);
    const cache = openKeyedCache<ReportSegment>();
    groupReports({ reports: reports.slice(0, -1), language: 'en', cache });
    let read = 0;
    const counted = reports.map((each) => ({ ...each, read: () => (read++, each.read()) }));
    const { groups } = groupReports({ reports: counted, language: 'en', cache });
    expect(read).toBeLessThan(150);
    expect(groups).toEqual(groupsOf(reports));
  });
});

test('cached groups are those that are computed, whatever was there before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 699 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 250, max: 700 }),
      (withdrawn, cut) => {
        const all = paperOf(700);
        const cache = openKeyedCache<ReportSegment>();
        groupReports({ reports: all.slice(0, cut), language: 'en', cache });
        const rest = all.filter((_, index) => !withdrawn.includes(index));
        for (const reports of [all, rest, all])
          expect(groupReports({ reports, language: 'en', cache }).groups).toEqual(groupsOf(reports));
      },
    ),
    { numRuns: runsOf(6) },
  );
});

test('another version of the code, or a stricter rule, takes nothing from the cache', () => {
  const reports = paperOf(300);
  const cache = openKeyedCache<ReportSegment>();
  groupReports({ reports, language: 'en', cache });
  const readBy = (options: object): number => {
    let read = 0;
    const counted = reports.map((each) => ({ ...each, read: () => (read++, each.read()) }));
    groupReports({ reports: counted, language: 'en', cache, ...options });
    return read;
  };
  expect(readBy({ version: '2' })).toBe(300);
  expect(readBy({ isStrict: true })).toBe(300);
  expect(readBy({})).toBeLessThan(100);
});

test('a report that is withdrawn changes only groups within 96 hours', () => {
  const reports = NEWS_DAYS.filter(({ lang }) => lang === undefined)
    .flatMap((day) => day.reports)
    .map(({ at, provider, title, excerpt = '' }) => ({
      ...report(0, { title, excerpt }, provider),
      at: Date.parse(at),
    }))
    .sort((a, b) => a.at - b.at);
  const groups = groupsOf(reports);
  for (const [withdrawn, { at }] of reports.entries()) {
    const rest = reports.filter((_, index) => index !== withdrawn);
    const found = new Set(asTexts(groupsOf(rest).map(membersAlone), rest));
    const isFar = ({ members }: ReportGroup): boolean =>
      members.every((index) => Math.abs((reports[index]?.at ?? 0) - at) > 96 * HOUR);
    for (const group of asTexts(groups.filter(isFar).map(membersAlone), reports)) expect(found).toContain(group);
  }
});

const termsIn = (each: EventReport | undefined): Set<string> => {
  const { title, excerpt = '' } = each?.read() ?? { title: '' };
  return new Set([...reportTerms(title), ...reportTerms(excerpt)]);
};

test('the terms that a group shares are in all of its reports, or in most of them', () => {
  for (const days of [
    NEWS_DAYS.filter(({ lang }) => lang === undefined),
    NEWS_DAYS.filter(({ lang }) => lang === 'ja'),
  ]) {
    const reports = days
      .flatMap((day) => day.reports)
      .map(({ at, provider, ...text }) => ({ ...report(0, text, provider), at: Date.parse(at) }))
      .sort((a, b) => a.at - b.at);
    for (const { members, terms, isMost } of groupsOf(reports, days[0]?.lang)) {
      expect(terms.length).toBeGreaterThan(1);
      for (const term of terms) {
        const users = members.filter((index) => termsIn(reports[index]).has(term)).length;
        if (isMost) expect(users * 2).toBeGreaterThan(members.length);
        else expect(users).toBe(members.length);
      }
    }
  }
});

describe('odd input', () => {
  const words = (count: number, from: number): string =>
    Array.from({ length: count }, (_, index) => `w${pick(from * 37 + index, 900)}`).join(' ');

  test('reports without an excerpt are grouped by their titles', () => {
    const reports = [
      report(0, { title: 'Velden mayor opens tunnel under the Karst' }, 'a'),
      report(1, { title: 'Mayor of Velden opens Karst tunnel' }, 'b'),
      report(2, { title: 'Handball team wins again' }, 'c'),
    ];
    expect(groupsOf(reports).map(({ members }) => members)).toEqual([[0, 1]]);
  });

  test('reports without words are alone', () => {
    const reports = ['', '…', '!', ''].map((title, index) => report(index, { title }));
    expect(groupsOf(reports)).toEqual([]);
  });

  test('fifty reports with one title are at most one group', () => {
    const others = paperOf(300);
    const same = Array.from({ length: 50 }, (_, index) =>
      report(1800 + index / 10, { title: 'Velden mayor opens tunnel under the Karst' }, `q${index}`),
    );
    const found = groupsOf([...others, ...same]).filter(({ members }) => members.some((index) => index >= 300));
    expect(found.length).toBe(1);
    expect(new Set(found[0]?.sameText)).toEqual(new Set([0]));
  });

  test('a column with a title of stop words is no event', () => {
    const reports = ['The week in news', 'News of the week', 'The news this week'].map((title, index) =>
      report(index * 5, { title, excerpt: words(8, index) }, `p${index}`),
    );
    expect(
      groupsOf([...paperOf(30), ...reports.map((each) => ({ ...each, at: each.at + 200 * HOUR }))]).filter(
        ({ members }) => members.some((index) => index >= 30),
      ),
    ).toEqual([]);
  });

  test('thousands of reports on one subject on one day are compared within bounds, and a warning is due', () => {
    const reports = Array.from({ length: 2500 }, (_, index) =>
      report(index / 200, { title: `Flood ${words(3, index)}`, excerpt: words(10, index % 60) }, `p${index % 9}`),
    );
    const { groups, isBounded } = groupReports({ reports, language: 'en' });
    expect(isBounded).toBe(true);
    expect(Math.max(...groups.map(({ members }) => members.length))).toBeLessThanOrEqual(500);
  });

  test('dates far apart, equal, or before 1970 are read', () => {
    const texts = ['Velden mayor opens tunnel', 'Mayor opens Velden tunnel', 'Velden tunnel opened by mayor'];
    const at = [Date.UTC(1901, 0, 1), Date.UTC(1901, 0, 1), Date.UTC(2090, 0, 1)];
    const reports = texts.map((title, index) => ({ ...report(0, { title }, `p${index}`), at: at[index] ?? 0 }));
    expect(groupsOf(reports).map(({ members }) => members)).toEqual([[0, 1]]);
  });
});
