import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/pipeline/content/cache/article-record.ts';
import type { NewsEvent } from '../../../../src/pipeline/edition/coverage/news-event.ts';
import { rankReports } from '../../../../src/pipeline/edition/coverage/rank-reports.ts';
import { articleFile, editionOf, type Files } from '../../../support/content-folder.ts';
import { runsOf } from '../../../support/property-runs.ts';

interface Report {
  slug: string;
  /** The name of its provider: the first letter of the slug, if it is not set. */
  provider?: string | undefined;
  score?: number | undefined;
  /** The slug of the oldest report with the same text. */
  sameTextAs?: string | undefined;
}

/** An event with these reports, oldest first. */
function eventOf(reports: readonly Report[]): NewsEvent {
  const articles = new Map(
    reports.map(({ slug, provider = slug.slice(0, 1), score }) => {
      const article = {
        slug,
        ...(provider && { provider: { name: provider } }),
        ...(score !== undefined && { score }),
      };
      return [slug, article as ArticleRecord];
    }),
  );
  const at = (slug: string): ArticleRecord => articles.get(slug) as ArticleRecord;
  return {
    reports: reports.map(({ slug, sameTextAs }) => ({
      article: at(slug),
      ...(sameTextAs !== undefined && { sameTextAs: at(sameTextAs) }),
    })),
  };
}

function rank(...reports: Report[]): [sources: string[], others: string[]] {
  const ranked = rankReports(eventOf(reports), (provider) => provider);
  const slugs = ranked.reports.map(({ slug }) => slug);
  return [slugs.slice(0, ranked.sources), slugs.slice(ranked.sources)];
}

describe('the reports on an event', () => {
  test('have the earliest one first if nothing is known of their quality', () => {
    expect(rank({ slug: 'a' }, { slug: 'b' }, { slug: 'c' })).toEqual([['a', 'b', 'c'], []]);
  });

  test('have the highest score first, then the earliest one, and those without a score last', () => {
    const reports = [{ slug: 'a' }, { slug: 'b', score: 0 }, { slug: 'c', score: 7 }, { slug: 'd', score: 7 }];
    expect(rank(...reports)).toEqual([['c', 'd', 'b', 'a'], []]);
  });

  test('have one of each provider before a second one', () => {
    expect(rank({ slug: 'a1' }, { slug: 'a2' }, { slug: 'b1' })).toEqual([['a1', 'b1'], ['a2']]);
    expect(rank({ slug: 'a1', score: 1 }, { slug: 'a2', score: 9 }, { slug: 'b1' })).toEqual([['a2', 'b1'], ['a1']]);
  });

  test('with one text are one source, whose best or earliest one counts', () => {
    const copies = [{ slug: 'a' }, { slug: 'b', sameTextAs: 'a' }, { slug: 'c' }];
    expect(rank(...copies)).toEqual([['a', 'c'], ['b']]);
    expect(rank(...copies.map((one) => ({ ...one, score: one.slug === 'b' ? 2 : 1 })))).toEqual([['b', 'c'], ['a']]);
  });

  test('without a provider are of the site itself', () => {
    const reports = [{ slug: 'a1', provider: '' }, { slug: 'b1', provider: '' }, { slug: 'c1' }];
    expect(rank(...reports)).toEqual([['a1', 'c1'], ['b1']]);
  });

  test('are of one provider if its file has the domain', () => {
    const event = eventOf([
      { slug: 'a', provider: 'The Argus' },
      { slug: 'b', provider: 'Argus' },
    ]);
    const completed = rankReports(event, ({ name }) => ({ name, domain: 'argus.example' }));
    expect(completed.sources).toBe(1);
    expect(rankReports(event, (provider) => provider).sources).toBe(2);
  });

  test('are all there, sources first, in the order of their scores', () => {
    const drawn = fc.record({
      provider: fc.constantFrom('a', 'b', 'c'),
      score: fc.option(fc.nat(3), { nil: undefined }),
    });
    const events = fc.array(drawn, { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(events, (drawnReports) => {
        const reports = drawnReports.map((one, index) => ({ ...one, slug: `${one.provider}${index}` }));
        const [sources, others] = rank(...reports);
        const slugs = reports.map(({ slug }) => slug);
        expect([...sources, ...others].sort()).toEqual(slugs.toSorted());
        const providers = new Set(reports.map(({ provider }) => provider));
        expect(new Set(sources.map((slug) => slug.slice(0, 1)))).toEqual(providers);
        expect(sources).toHaveLength(providers.size);
        const scoreOf = (slug: string): number => reports.find((one) => one.slug === slug)?.score ?? -1;
        for (const list of [sources, others]) {
          const ordered = list.toSorted((a, b) => scoreOf(b) - scoreOf(a) || slugs.indexOf(a) - slugs.indexOf(b));
          expect(list).toEqual(ordered);
        }
      }),
      { numRuns: runsOf(200) },
    );
  });
});

describe('the lead of an event', () => {
  /** The lead of an event of three reports, a minute after each other, with these fields. */
  function leadOf(...fields: string[]): string | undefined {
    const files: Files = Object.fromEntries(
      fields.map((lines, index) => [
        `r${index}.md`,
        articleFile(
          `title: Report ${index}\ncoverage: fire\ndate: 2026-03-02T06:0${index}:00Z\nlink: https://p${index}.example/\nprovider: { domain: p${index}.example }\n${lines}`,
        ),
      ]),
    );
    const { built, events } = editionOf(files);
    expect(events).toHaveLength(1);
    return events[0] && built.serializer.events.leadOf(events[0]).slug;
  }

  test.each([
    ['the earliest report', ['', '', ''], 'r0'],
    ['that with the highest quality', ['quality: 1', 'quality: 3', 'quality: 2'], 'r1'],
    ['the earliest one with that quality', ['quality: 1', 'quality: 3', 'quality: 3'], 'r1'],
    ['that with the highest heat, if no quality is known', ['heat: 1', 'heat: 2', 'heat: 9'], 'r2'],
    ['one whose quality is known, before one of which nothing is', ['', 'quality: 0', ''], 'r1'],
    ['one with a quality, whatever its heat', ['quality: 2\nheat: 9', 'quality: 3\nheat: 1', ''], 'r1'],
    ['one with a heat, if its quality is negative and so unknown', ['heat: 1', 'quality: -1\nheat: 2', ''], 'r1'],
    ['the earliest one, if all numbers are negative', ['', 'quality: -1', 'quality: -1\nheat: -5'], 'r0'],
  ])('is %s', (_, fields, expected) => {
    expect(leadOf(...fields)).toBe(expected);
  });
});
