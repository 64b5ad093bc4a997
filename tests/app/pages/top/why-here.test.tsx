import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { SiteProvider } from '../../../../src/app/data/site-context.ts';
import { topStrings } from '../../../../src/app/pages/top/top-strings.ts';
import { TopCards, WhyHere } from '../../../../src/app/pages/top/why-here.tsx';
import type { TopCard } from '../../../../src/model/coverage/top-stories.ts';
import type { SiteInfo } from '../../../../src/model/edition.ts';
import { editionOf } from '../../../support/content-folder.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { plainStories, pointsOf, type TopStory, topFiles } from '../../../support/top-paper.ts';

const siteInfo: SiteInfo = {
  site: { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/' },
  topics: [],
};

const story = (slug: string) => ({
  slug,
  title: slug,
  publishedAt: '2026-03-10T12:00:00Z',
  kind: 'article' as const,
  topics: [],
});

afterEach(cleanup);

/** The paragraphs below "Why here?". */
function reasonOf(card: TopCard, slug = card.slug): string[] {
  const { container, unmount } = render(
    <SiteProvider value={siteInfo}>
      <TopCards value={new Map([[card.slug, card]])}>
        <WhyHere story={story(slug)} />
      </TopCards>
    </SiteProvider>,
  );
  const paragraphs = [...container.querySelectorAll('details > p')].map(({ textContent }) => textContent);
  const summaries = [...container.querySelectorAll('details > summary')].map(({ textContent }) => textContent);
  expect(summaries).toEqual(paragraphs.length === 0 ? [] : [topStrings.whyHere]);
  unmount();
  return paragraphs;
}

interface Said {
  sum: number;
  /** The points of sources, age and quality. */
  parts: number[];
  /** What they are made of. */
  card: Pick<TopCard, 'sources' | 'hours' | 'quality'>;
}

/** The numbers of a text, as a reader reads them: with commas between thousands and a full stop before decimals. */
function readReason(text: string): Said {
  const number = (words: string): number => {
    expect(words).toMatch(/^\d{1,3}(,\d{3})*(\.\d)?$/);
    return Number(words.replaceAll(',', ''));
  };
  const found =
    /^(?<sum>\S+) points?: (?:(?<sources>\d+) sources|(?<one>one|no) source) in 48 hours \((?<bySources>\S+)\), its last report (?:at the time of|(?<hours>\S+) hours? before) the newest one \((?<byAge>\S+)\), and (?:a higher quality than (?<quality>\d+) % of the newest stories with a score|no known quality) \((?<byQuality>\S+)\)\.$/.exec(
      text,
    )?.groups;
  if (!found) throw new Error(`Not understood: ${text}`);
  const { sum = '', one, bySources = '', hours, byAge = '', quality, byQuality = '' } = found;
  const sources = one === 'no' ? '0' : found['sources'];
  return {
    sum: number(sum),
    parts: [bySources, byAge, byQuality].map(number),
    card: {
      hours: hours === undefined ? 0 : number(hours),
      ...(sources !== undefined && { sources: number(sources) }),
      ...(quality !== undefined && { quality: number(quality) }),
    },
  };
}

/** A number that was rounded to one decimal may be so much larger or smaller. A little more, for its binary form. */
const ROUNDING = 0.05 + 1e-9;

function expectTrue(card: TopCard, text: string): void {
  const { sum, parts, card: said } = readReason(text);
  const { sources, hours, quality } = card;
  expect(said).toEqual({ hours, ...(sources !== undefined && { sources }), ...(quality !== undefined && { quality }) });
  const [bySources = 0, byAge = 0, byQuality = 0] = parts;
  const isNear = (shown: number, value: number, most = ROUNDING): void =>
    expect(Math.abs(shown - value), text).toBeLessThanOrEqual(most);
  isNear(sum, pointsOf(said));
  isNear(bySources, pointsOf({ hours: Number.POSITIVE_INFINITY, sources: said.sources ?? 1 }));
  isNear(byAge, pointsOf({ hours: said.hours }));
  isNear(byQuality, pointsOf({ hours: Number.POSITIVE_INFINITY, quality: said.quality ?? 0 }));
  // The parts and the sum are rounded, each of them.
  isNear(bySources + byAge + byQuality, sum, 4 * ROUNDING);
}

const anyCard: fc.Arbitrary<TopCard> = fc
  .record({
    sources: fc.option(fc.constantFrom(0, 2, 3, 500), { nil: undefined }),
    tenths: fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 500_000 })),
    quality: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
  })
  .map(({ sources, tenths, quality }) => ({
    slug: 'a',
    hours: tenths / 10,
    ...(sources !== undefined && { sources }),
    ...(quality !== undefined && { quality }),
  }));

test('the points of any card can be recomputed from the numbers in the text', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const [text = ''] = reasonOf(card);
      expectTrue(card, text);
    }),
    { numRuns: runsOf(400) },
  );
});

describe('of a built paper', () => {
  const report = (hours: number, domain: string, lines = ''): TopStory => ({ hours, domain, lines, event: 'fire' });
  const stories: Record<string, TopStory> = {
    ...plainStories(40),
    ...Object.fromEntries(
      Object.entries(plainStories(20, 3)).map(([slug, plain], index) => [
        `scored-${slug}`,
        { ...plain, lines: `quality: ${index % 7}`, topics: ['Space'] },
      ]),
    ),
    fire: report(7, 'a.example', 'quality: 5'),
    'fire-again': report(5, 'b.example'),
    'fire-still': report(3, 'c.example'),
    'old-fire': { hours: 47, domain: 'd.example', event: 'other' },
    'old-fire-again': { hours: 30, domain: 'e.example', event: 'other' },
    pinned: { hours: 400, domain: 'f.example', lines: 'pinned: true' },
  };

  test('each card says the truth, and the order is that of the points in the texts', () => {
    const { top } = editionOf({ ...topFiles(stories), 'site.yaml': 'order: top\n' });
    expect(top).toHaveLength(63);
    const free: number[] = [];
    for (const { card } of top) {
      const reason = reasonOf(card);
      expect(reason.includes(topStrings.pinned)).toBe(card.slug === 'pinned');
      expect(reason.includes(topStrings.movedDown)).toBe(card.isMovedDown === true);
      const text = reason.find((paragraph) => paragraph.includes(' points: ')) ?? '';
      expectTrue(card, text);
      if (!card.isPinned && !card.isMovedDown) free.push(pointsOf(readReason(text).card));
    }
    expect(free.length).toBeGreaterThan(50);
    expect(free).toEqual(free.toSorted((a, b) => b - a));
  });
});

describe('the text', () => {
  test('names sources, age and quality with their points', () => {
    expect(reasonOf({ slug: 'a', sources: 4, hours: 12, quality: 50 })).toEqual([
      '9 points: 4 sources in 48 hours (6), its last report 12 hours before the newest one (2), and a higher quality than 50 % of the newest stories with a score (1).',
    ]);
  });

  test('of the newest article, without other sources and a score', () => {
    expect(reasonOf({ slug: 'a', hours: 0 })).toEqual([
      '4 points: one source in 48 hours (0), its last report at the time of the newest one (4), and no known quality (0).',
    ]);
  });

  test('says that the publisher has put a card first, with the points that it has nevertheless', () => {
    expect(reasonOf({ slug: 'a', hours: 12, isPinned: true })).toEqual([
      topStrings.pinned,
      '2 points: one source in 48 hours (0), its last report 12 hours before the newest one (2), and no known quality (0).',
    ]);
  });

  test('says why cards with fewer points are before it', () => {
    expect(reasonOf({ slug: 'a', hours: 12, isMovedDown: true }).slice(1)).toEqual([topStrings.movedDown]);
  });

  test('is not there for a story that has no card', () => {
    expect(reasonOf({ slug: 'a', hours: 1 }, 'b')).toEqual([]);
  });
});
