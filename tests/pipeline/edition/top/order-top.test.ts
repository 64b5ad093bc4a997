import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TOP_SIZE, type TopCard } from '../../../../src/model/coverage/top-stories.ts';
import { editionOf, type Files } from '../../../support/content-folder.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { plainStories, pointsOf, TOP_NOW, type TopStory, topFiles } from '../../../support/top-paper.ts';

const ORDER = { 'site.yaml': 'order: top\n' };

const cardsOf = (files: Files): TopCard[] => editionOf({ ...ORDER, ...files }).top.map(({ card }) => card);

const cardsIn = (stories: Record<string, TopStory>): TopCard[] => cardsOf(topFiles(stories));

const slugsOf = (cards: readonly TopCard[]): string[] => cards.map(({ slug }) => slug);

/** The card of an article among others, of which `newest` is the newest article. */
const cardOf = (slug: string, stories: Record<string, TopStory>): TopCard | undefined =>
  cardsIn({ newest: {}, ...stories }).find((card) => card.slug === slug);

describe('the points of a card', () => {
  test('have the hours between its newest report and the newest article, with one decimal', () => {
    const stories = {
      a: { hours: 30, event: 'e' },
      b: { hours: 7.26, event: 'e', domain: 'b.example' },
      c: { hours: 3 },
    };
    expect(cardOf('a', stories)).toEqual({ slug: 'a', event: 'a', sources: 2, hours: 7.3 });
    expect(cardOf('c', stories)).toEqual({ slug: 'c', hours: 3 });
    expect(cardOf('newest', stories)).toEqual({ slug: 'newest', hours: 0 });
  });

  test('count the sources of the last 48 hours before the newest article', () => {
    const report = (hours: number, domain: string): TopStory => ({ hours, domain, event: 'e' });
    const stories = {
      a: report(47.9, 'a.example'),
      b: report(40, 'b.example'),
      c: report(1, 'c.example'),
      d: report(48, 'd.example'),
      e: report(70, 'e.example'),
    };
    expect(cardOf('e', stories)).toMatchObject({ sources: 3, hours: 1 });
  });

  test('count reports of one provider, and copies of one text, as one source', () => {
    const text = (words: string): string => `excerpt: ${words}`;
    const copy = text('Forty firefighters worked until dawn at the Brandt warehouse in the harbour of Norrmouth.');
    const title = 'Warehouse fire in Norrmouth harbour destroys fishing nets';
    const stories = {
      a: { hours: 5, event: 'e', domain: 'a.example', title, lines: copy },
      b: { hours: 4, event: 'e', domain: 'b.example', title, lines: copy },
      c: { hours: 3, event: 'e', domain: 'c.example', title: 'Insurance pays', lines: text('For what was in it.') },
      d: { hours: 2, event: 'e', domain: 'c.example', title: 'Nets are dear', lines: text('Said the harbour master.') },
    };
    expect(cardOf('a', stories)).toMatchObject({ sources: 2 });
    expect(cardOf('a', { ...stories, d: { ...stories.d, domain: 'd.example' } })).toMatchObject({ sources: 3 });
  });

  test('have the share of the scored articles with a lower quality', () => {
    const scored = (quality: number): TopStory => ({ lines: `quality: ${quality}` });
    const cards = cardsIn({ a: scored(0), b: scored(0.2), c: scored(0.2), d: scored(7), e: {}, f: {} });
    const qualities = Object.fromEntries(cards.map(({ slug, quality }) => [slug, quality]));
    expect(qualities).toEqual({ a: 0, b: 25, c: 25, d: 75, e: undefined, f: undefined });
  });

  test.each([
    ['quality: 5\nheat: 0', 67],
    ['quality: 0\nheat: 5', 0],
    ['heat: 5', 67],
    ['quality: -1\nheat: 5', 67],
    ['quality: -1', undefined],
    ['quality: -1\nheat: -1', undefined],
    ['heat: -1', undefined],
    ['', undefined],
  ])('take the quality from `%s`', (lines, quality) => {
    const stories = { a: { lines }, b: { lines: 'quality: 1' }, c: { lines: 'quality: 2' } };
    expect(cardOf('a', stories)?.quality).toBe(quality);
  });

  test('do not depend on the clock', () => {
    const files = topFiles({
      ...plainStories(5),
      a: { hours: 9, event: 'e' },
      b: { hours: 60, event: 'e', domain: 'b.example' },
    });
    const later = (text: string): string => text.replace(/(?<=publishedDateTime: )\d{4}/, '2019');
    const older = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, later(text)]));
    const clocks = ['2026-03-11T00:00:00Z', '2031-01-01T00:00:00Z'];
    const [first, second] = clocks.map((clock) => editionOf({ ...ORDER, ...files }, { BUILD_TIME: clock }).top);
    expect(first?.map(({ card }) => card)).toEqual(second?.map(({ card }) => card));
    expect(cardsOf(older)).toEqual(cardsOf(files));
  });
});

describe('the order', () => {
  test('is that of the points', () => {
    const cards = cardsIn({
      newest: {},
      'one of two': { hours: 21, event: 'e', domain: 'a.example' },
      'other of two': { hours: 20, event: 'e', domain: 'b.example' },
      'good and new': { hours: 2, lines: 'quality: 9', domain: 'c.example' },
      'good and old': { hours: 50, lines: 'quality: 9', domain: 'd.example' },
      bad: { hours: 2, lines: 'quality: 0', domain: 'e.example' },
    });
    expect(slugsOf(cards)).toEqual(['one of two', 'good and new', 'newest', 'bad', 'good and old']);
    const points = cards.map(pointsOf);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
  });

  test('has the newest first where points are equal, then the first slug', () => {
    const story = (minutes: number, domain: string): TopStory => ({ hours: minutes / 60, domain });
    const stories = {
      c: story(0, 'c.example'),
      a: story(1, 'a.example'),
      b: story(1, 'b.example'),
      d: story(2, 'd.example'),
    };
    expect(slugsOf(cardsIn(stories))).toEqual(['c', 'a', 'b', 'd']);
  });

  test('begins with the pinned article, whatever its points, even if it is older than the newest articles', () => {
    const pinned = { hours: 900, lines: 'pinned: true', domain: 'p.example' };
    const cards = cardsIn({ ...plainStories(TOP_SIZE + 5), pinned });
    expect(cards[0]).toEqual({ slug: 'pinned', sources: 0, hours: 900, isPinned: true });
    expect(cards).toHaveLength(TOP_SIZE + 1);
    expect(cards.filter(({ isPinned }) => isPinned)).toHaveLength(1);
    expect(slugsOf(cards.slice(1))).toEqual(Object.keys(plainStories(TOP_SIZE)));
  });

  test('shows a pinned report in place of the others on its event', () => {
    const cards = cardsIn({
      newest: {},
      a: { hours: 4, event: 'e', domain: 'a.example', lines: 'quality: 9' },
      b: { hours: 5, event: 'e', domain: 'b.example', lines: 'pinned: true' },
    });
    expect(cards).toEqual([
      { slug: 'b', event: 'b', sources: 2, hours: 4, isPinned: true },
      { slug: 'newest', hours: 0 },
    ]);
  });

  test('has one card for each event, that of its lead, also if only a report is among the newest articles', () => {
    const cards = cardsIn({
      ...plainStories(TOP_SIZE - 1, 1),
      new: { event: 'e', domain: 'a.example' },
      lead: { hours: 80, event: 'e', domain: 'b.example', lines: 'quality: 9' },
      old: { hours: 90, event: 'e', domain: 'c.example' },
    });
    expect(cards).toHaveLength(TOP_SIZE);
    expect(cards[0]).toMatchObject({ slug: 'lead', hours: 0 });
    expect(slugsOf(cards)).not.toContain('new');
    expect(slugsOf(cards)).not.toContain('old');
  });

  test('is of the newest 90 articles only', () => {
    const cards = cardsIn({
      ...plainStories(TOP_SIZE),
      a: { hours: 100, event: 'e', domain: 'a.example', lines: 'quality: 9' },
      b: { hours: 100, event: 'e', domain: 'b.example' },
    });
    expect(slugsOf(cards).sort()).toEqual(Object.keys(plainStories(TOP_SIZE)));
  });

  test('does not change with drafts, unlisted, expired and scheduled articles', () => {
    const shown = plainStories(4);
    const event = { event: 'e', hours: 1 };
    const others = {
      draft: { ...event, lines: 'draft: true', domain: 'a.example' },
      unlisted: { ...event, lines: 'unlisted: true', domain: 'b.example' },
      expired: { ...event, lines: 'expires: 2026-03-10', domain: 'c.example' },
    };
    const settings = { 'site.yaml': 'order: top\nfuture: hide\n' };
    const scheduled = topFiles({ ahead: { ...event, hours: -100, domain: 'd.example' } });
    const env = { BUILD_TIME: new Date(TOP_NOW + 3_600_000 * 40).toISOString() };
    const all = editionOf({ ...topFiles({ ...shown, ...others }), ...scheduled, ...settings }, env);
    expect(all.counts).toMatchObject({ drafts: 1, expired: 1, scheduled: 1 });
    expect(all.top).toHaveLength(4);
    expect(all.top.map(({ card }) => card)).toEqual(cardsIn(shown));
  });
});

/** Any papers of up to 40 articles. */
const anyPaper = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 6000 }),
      event: fc.option(fc.constantFrom('e1', 'e2', 'e3', 'e4'), { nil: undefined }),
      domain: fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example', undefined),
      topics: fc.subarray(['T1', 'T2', 'T3']),
      score: fc.constantFrom(
        '',
        'quality: -1',
        'quality: 0',
        'quality: 1',
        'quality: 2.5',
        'heat: 3',
        'quality: 1\nheat: 9',
      ),
      isPinned: fc.integer({ max: 30, min: 0 }).map((number) => number === 0),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((stories) =>
    Object.fromEntries(
      stories.map(({ minutes, score, isPinned, ...story }, index): [string, TopStory] => [
        `s${index}`,
        { ...story, hours: minutes / 60, lines: [score, isPinned ? 'pinned: true' : ''].filter(Boolean).join('\n') },
      ]),
    ),
  );

test('for any content, the order is that of the points, but for cards that are pinned or moved down', () => {
  fc.assert(
    fc.property(anyPaper, (stories) => {
      const cards = cardsIn(stories);
      const free = cards.filter(({ isPinned, isMovedDown }) => !isPinned && !isMovedDown);
      const points = free.map(pointsOf);
      for (const [index, value] of points.slice(1).entries())
        expect(value).toBeLessThanOrEqual((points[index] ?? 0) + 1e-9);
      expect(cards.findLastIndex(({ isPinned }) => isPinned)).toBeLessThanOrEqual(0);
      const isMoved = (card: TopCard): boolean => card.isMovedDown === true;
      for (const card of cards.filter(isMoved)) {
        const before = cards.slice(0, cards.indexOf(card)).filter(({ isPinned }) => !isPinned);
        expect(Math.min(...before.map(pointsOf))).toBeLessThanOrEqual(pointsOf(card) + 1e-9);
      }
    }),
    { numRuns: runsOf(40) },
  );
});

test('for any content, each article or event has one card, and the order of files does not matter', () => {
  fc.assert(
    fc.property(anyPaper, (stories) => {
      const edition = editionOf({ ...ORDER, ...topFiles(stories) });
      const events = edition.events.map(({ reports }) => reports.map(({ article }) => article.slug));
      const slugs = edition.top.map(({ card }) => card.slug);
      const alone = Object.keys(stories).filter((slug) => !events.flat().includes(slug));
      expect(slugs.filter((slug) => alone.includes(slug)).sort()).toEqual(alone.sort());
      for (const reports of events) expect(slugs.filter((slug) => reports.includes(slug))).toHaveLength(1);
      expect(slugs).toHaveLength(alone.length + events.length);
      const files = Object.values(topFiles(stories));
      const reversed = files.map((text, index): [string, string] => [`${String(99 - index)}.md`, text]);
      expect(cardsOf(Object.fromEntries(reversed))).toEqual(edition.top.map(({ card }) => card));
    }),
    { numRuns: runsOf(30) },
  );
});
