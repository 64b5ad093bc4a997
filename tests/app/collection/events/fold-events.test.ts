import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldEvents, type ListItem, unfolded } from '../../../../src/app/collection/events/fold-events.ts';
import { groupArticles } from '../../../../src/app/collection/group-articles.ts';
import type { Summary } from '../../../../src/model/article.ts';
import type { EventCard } from '../../../../src/model/edition.ts';
import { runsOf } from '../../../support/property-runs.ts';

type Options = Parameters<typeof foldEvents>[1];

/** A report of a provider, `a1` of `a`, published at an hour of a day. */
const report = (slug: string, hour: number, event = 'fire'): Summary => ({
  slug,
  title: `Report ${slug}`,
  kind: 'article',
  topics: [],
  publishedAt: new Date(Date.UTC(2026, 10, 20, hour)).toISOString(),
  provider: { name: slug.slice(0, 1), domain: `${slug.slice(0, 1)}.example` },
  event,
});

const withoutField = (story: Summary, key: 'event' | 'provider'): Summary => {
  const rest = { ...story };
  delete rest[key];
  return rest;
};

/** A story of no event. */
const other = (slug: string, hour: number): Summary => withoutField(report(slug, hour), 'event');

/** The card of the event, whose first reports are its sources. */
const cardOf = (reports: Summary[], sources = reports.length, total = reports.length): EventCard => ({
  slug: 'fire',
  total,
  sources,
  reports: reports.map(({ slug, title, kind, topics, publishedAt, provider }) => ({
    slug,
    title,
    kind,
    topics,
    publishedAt,
    ...(provider && { provider }),
  })),
});

const fold = (listed: Summary[], options: Partial<Options> = {}): ListItem[] =>
  foldEvents(listed, { all: listed, events: [], ...options });

const slugsOf = (stories: readonly Summary[] | undefined): string[] | undefined => stories?.map(({ slug }) => slug);

/** The stories of the cards, each with the other reports that it shows. */
const shown = (items: ListItem[]): unknown[] =>
  items.map(({ story, event }) => (event ? [story.slug, slugsOf(event.others)] : story.slug));

const [a1, b1, c1, d1, e1] = ['a1', 'b1', 'c1', 'd1', 'e1'].map((slug, index) => report(slug, index)) as [
  Summary,
  Summary,
  Summary,
  Summary,
  Summary,
];
const NEWEST_FIRST = [d1, c1, b1, a1];

describe('an event in a list', () => {
  test('is one card, whose lead is the first report of what is known of the event, and not the newest one', () => {
    const items = fold(NEWEST_FIRST, { events: [cardOf([b1, a1, c1, d1])] });
    expect(shown(items)).toEqual([['b1', ['a1', 'c1', 'd1']]]);
    expect(items[0]?.slugs).toEqual(['d1', 'c1', 'b1', 'a1']);
  });

  test('shows its reports as the list has them: with excerpts and images', () => {
    const full = { ...b1, excerpt: 'All of it.' };
    const [item] = fold([d1, c1, full, a1], { events: [cardOf([b1, a1, c1, d1])] });
    expect(item?.story).toBe(full);
    expect(item?.event?.others).toEqual([a1, c1, d1]);
  });

  test('shows reports that are not in the list, of which the first one leads', () => {
    const lead = { ...a1, excerpt: 'All of it.' };
    const card = { ...cardOf([a1, b1, c1]), reports: [lead, b1, c1] };
    const [item] = fold([c1, other('x1', 1)], { events: [card] });
    expect(item?.story).toBe(lead);
    expect(slugsOf(item?.event?.others)).toEqual(['b1', 'c1']);
    expect(item?.slugs).toEqual(['c1']);
  });

  test('shows reports that only the list has after those of the card, oldest first', () => {
    const items = fold([e1, d1, c1, b1, a1], { events: [cardOf([b1, a1], 5, 5)] });
    expect(shown(items)).toEqual([['b1', ['a1', 'c1', 'd1']]]);
    expect(items[0]?.event).toMatchObject({ moreSources: 1, total: 5 });
  });

  test('that is not known is led by its earliest report', () => {
    expect(shown(fold(NEWEST_FIRST))).toEqual([['a1', ['b1', 'c1', 'd1']]]);
    expect(shown(fold(NEWEST_FIRST.toReversed()))).toEqual([['a1', ['b1', 'c1', 'd1']]]);
  });

  test('has the place and the day of its first report in the list, which is the newest one', () => {
    const night = report('e1', 30);
    const [between, last] = [other('x1', 28), other('x2', -30)];
    const items = fold([night, between, b1, a1, last], { events: [cardOf([a1, b1, night])] });
    expect(items.map(({ story, index, publishedAt }) => [story.slug, index, publishedAt])).toEqual([
      ['a1', 0, night.publishedAt],
      ['x1', 1, between.publishedAt],
      ['x2', 4, last.publishedAt],
    ]);
    const days = groupArticles(items, 'day', { timeZone: 'UTC' });
    expect(days.map(({ key, articles }) => [key, articles.map(({ story }) => story.slug)])).toEqual([
      ['2026-11-21', ['a1', 'x1']],
      ['2026-11-18', ['x2']],
    ]);
  });

  test('in a list that begins with the oldest story has the place of its oldest report', () => {
    const items = fold([a1, other('x1', 1), b1], { events: [cardOf([b1, a1])] });
    expect(items.map(({ story, publishedAt }) => [story.slug, publishedAt])).toEqual([
      ['b1', a1.publishedAt],
      ['x1', other('x1', 1).publishedAt],
    ]);
  });

  test('with another report in a longer list is still one card', () => {
    const events = [cardOf([a1, b1, c1])];
    const older = [other('x1', -1), a1, other('x2', -2)];
    expect(shown(fold([c1, b1, ...older], { events }))).toEqual([['a1', ['b1', 'c1']], 'x1', 'x2']);
    expect(shown(fold([c1, b1], { events }))).toEqual([['a1', ['b1', 'c1']]]);
  });
});

describe('the other sources', () => {
  test('are at most three; the rest is a number', () => {
    const card = cardOf([a1, b1, c1, d1, e1], 9, 12);
    const [item] = fold([e1], { events: [card] });
    expect(item?.event).toMatchObject({ slug: 'fire', moreSources: 5, total: 12, hasPage: true });
    expect(slugsOf(item?.event?.others)).toEqual(['b1', 'c1', 'd1']);
  });

  test('have one report of each provider, and none of the provider of the lead', () => {
    const [a2, b2] = [report('a2', 5), report('b2', 6)];
    const [item] = fold([b2, a2, c1, b1, a1], { events: [cardOf([a1, b1, c1, a2, b2], 3)] });
    expect(slugsOf(item?.event?.others)).toEqual(['b1', 'c1']);
    expect(item?.event?.moreSources).toBe(0);
    expect(slugsOf(fold([b2, a2, c1, b1, a1])[0]?.event?.others)).toEqual(['b1', 'c1']);
  });

  test('are not copies of one text, which are reports of other providers after the sources', () => {
    const [item] = fold(NEWEST_FIRST, { events: [cardOf([a1, b1, c1, d1], 2)] });
    expect(slugsOf(item?.event?.others)).toEqual(['b1']);
    expect(item?.event).toMatchObject({ moreSources: 0, total: 4 });
  });

  test('are the site itself if a report has no provider, and a name without a domain', () => {
    const own = withoutField(report('own', 5), 'provider');
    const second = withoutField(report('own2', 6), 'provider');
    const named = { ...report('n1', 7), provider: { name: 'N' } };
    const again = { ...report('n2', 8), provider: { name: 'N' } };
    const [item] = fold([again, named, second, own]);
    expect(item?.story.slug).toBe('own');
    expect(slugsOf(item?.event?.others)).toEqual(['n1']);
  });
});

describe('an event of two reports, which has no page,', () => {
  test('shows the other one, even of the same provider', () => {
    const a2 = report('a2', 5);
    const [item] = fold([a2, a1], { events: [cardOf([a1, a2], 1)] });
    expect(shown(item ? [item] : [])).toEqual([['a1', ['a2']]]);
    expect(item?.event).toMatchObject({ hasPage: false, moreSources: 0, total: 2 });
  });

  test('is a story like any other if its list has one of them', () => {
    expect(fold([b1])).toEqual(unfolded([b1]));
    expect(fold([b1], { events: [cardOf([a1, b1])], isNarrowed: true })).toEqual(unfolded([b1]));
  });

  test('has a page with a third report, if only the list has that one', () => {
    const [item] = fold([c1, b1, a1], { events: [cardOf([a1, b1])] });
    expect(item?.event).toMatchObject({ hasPage: true, total: 3 });
  });
});

describe('in a list that is narrowed', () => {
  test('an event has only the reports that match, and the number of all', () => {
    const card = cardOf([a1, b1, c1, d1], 4, 7);
    const [item] = fold([d1, b1], { events: [card], isNarrowed: true });
    expect(shown(item ? [item] : [])).toEqual([['b1', ['d1']]]);
    expect(item?.event).toMatchObject({ moreSources: 0, total: 7, hasPage: true });
    expect(item?.slugs).toEqual(['d1', 'b1']);
  });

  test('an event with one report that matches leads on to all', () => {
    const [item] = fold([d1], { events: [cardOf([a1, b1, c1, d1])], isNarrowed: true });
    expect(shown(item ? [item] : [])).toEqual([['d1', []]]);
    expect(item?.event).toMatchObject({ moreSources: 0, total: 4, hasPage: true });
  });

  test('sources that match and are not shown are a number', () => {
    const [item] = fold([e1, ...NEWEST_FIRST], { events: [cardOf([a1, b1, c1, d1, e1], 9, 9)], isNarrowed: true });
    expect(item?.event).toMatchObject({ moreSources: 1, total: 9 });
  });
});

describe('a pinned story', () => {
  test('leads its event, and the list has that once', () => {
    const items = fold([a1, d1, c1, b1, other('x1', 0)], {
      all: [d1, c1, b1, other('x1', 0)],
      lead: a1,
      events: [cardOf([b1, a1, c1, d1])],
    });
    expect(shown(items)).toEqual([['a1', ['b1', 'c1', 'd1']], 'x1']);
    expect(items[0]).toMatchObject({ index: 0, publishedAt: a1.publishedAt, slugs: ['a1', 'd1', 'c1', 'b1'] });
  });

  test('of another event, or of none, leads no event but its own', () => {
    for (const lead of [other('x1', -9), report('x1', -9, 'flood')]) {
      const items = fold([lead, c1, b1, a1], { all: [c1, b1, a1], lead, events: [cardOf([b1, a1, c1])] });
      expect(shown(items)).toEqual(['x1', ['b1', ['a1', 'c1']]]);
    }
  });
});

describe('a hidden report', () => {
  const hides = (...slugs: string[]): Options['isHidden'] => {
    return ({ slug }) => slugs.includes(slug);
  };

  test('does not lead: the next one does', () => {
    const events = [cardOf([b1, a1, c1, d1])];
    const items = fold([d1, c1, a1], { all: NEWEST_FIRST, events, isHidden: hides('b1') });
    expect(shown(items)).toEqual([['a1', ['c1', 'd1']]]);
  });

  test('that is not in the list does not lead either', () => {
    const items = fold([d1, c1], { events: [cardOf([b1, a1, c1, d1])], isHidden: hides('b1') });
    expect(shown(items)).toEqual([['a1', ['c1', 'd1']]]);
  });

  test('is not among the others', () => {
    const items = fold([c1, b1], {
      all: NEWEST_FIRST,
      events: [cardOf([b1, a1, c1, d1])],
      isHidden: hides('a1', 'd1'),
    });
    expect(shown(items)).toEqual([['b1', ['c1']]]);
  });

  test('of an event of two leaves a story like any other', () => {
    expect(fold([b1], { all: [b1, a1], events: [cardOf([a1, b1])], isHidden: hides('a1') })).toEqual(unfolded([b1]));
  });
});

test('stories of no event are as they are without folding', () => {
  const stories = [other('x1', 3), other('x2', 2), other('x3', 1)];
  expect(fold(stories, { events: [cardOf([a1, b1])] })).toEqual(unfolded(stories));
});

describe('for any list', () => {
  const PROVIDERS = ['a', 'b', 'c', 'd', 'e'];
  const EVENTS = ['fire', 'flood', undefined];
  const drawn = fc.record({
    provider: fc.constantFrom(...PROVIDERS),
    event: fc.constantFrom(...EVENTS),
    hour: fc.nat(99),
    isListed: fc.boolean(),
    isOnCard: fc.boolean(),
  });
  const lists = fc
    .record({
      stories: fc.array(drawn, { maxLength: 16 }),
      sources: fc.integer({ min: 1, max: 9 }),
      hidden: fc.subarray(PROVIDERS, { maxLength: 2 }),
      isNarrowed: fc.boolean(),
      pinned: fc.option(fc.nat(15), { nil: undefined }),
    })
    .map(({ stories, sources, hidden, isNarrowed, pinned }) => {
      const all = stories.map(({ provider, event, hour, ...rest }, index) => {
        const slug = `${provider}${index}`;
        return { ...rest, story: event === undefined ? other(slug, hour) : report(slug, hour, event) };
      });
      const isHidden = ({ slug }: Summary): boolean => hidden.includes(slug.slice(0, 1));
      const loaded = all.filter(({ isListed }) => isListed).map(({ story }) => story);
      const visible = loaded.filter((story) => !isHidden(story));
      const lead = pinned === undefined ? undefined : visible[pinned];
      const events = ['fire', 'flood'].flatMap((slug): EventCard[] => {
        const own = all.filter(({ story }) => story.event === slug);
        const onCard = own.filter(({ isOnCard }) => isOnCard).map(({ story }) => story);
        return onCard.length > 0 ? [{ ...cardOf(onCard, sources, own.length), slug }] : [];
      });
      const listed = lead ? [lead, ...visible.filter((story) => story !== lead)] : visible;
      return { listed, options: { all: loaded, events, isNarrowed, isHidden, ...(lead && { lead }) } };
    });

  test('each story belongs to exactly one card, and the cards keep their order', () => {
    fc.assert(
      fc.property(lists, ({ listed, options }) => {
        const items = foldEvents(listed, options);
        expect(items.flatMap(({ slugs }) => slugs).sort()).toEqual(listed.map(({ slug }) => slug).sort());
        expect(items.map(({ index }) => index)).toEqual(items.map(({ index }) => index).sort((a, b) => a - b));
        for (const { index, slugs, publishedAt } of items) {
          expect(slugs[0]).toBe(listed[index]?.slug);
          expect(publishedAt).toBe(listed[index]?.publishedAt);
        }
      }),
      { numRuns: runsOf(300) },
    );
  });

  test('an event has one card, which shows no hidden story, none twice, and one of each provider if it has a page', () => {
    fc.assert(
      fc.property(lists, ({ listed, options }) => {
        const items = foldEvents(listed, options);
        const eventOf = new Map(listed.map(({ slug, event }) => [slug, event]));
        const events = items.flatMap(({ slugs: [slug = ''] }) => eventOf.get(slug) ?? []);
        expect(new Set(events).size).toBe(events.length);
        const stories = items.flatMap(({ story, event }) => [story, ...(event?.others ?? [])]);
        expect(new Set(stories.map(({ slug }) => slug)).size).toBe(stories.length);
        expect(stories.filter(options.isHidden)).toEqual([]);
        for (const { story, event } of items) {
          if (!event) continue;
          expect(event.moreSources).toBeGreaterThanOrEqual(0);
          expect(event.hasPage).toBe(event.total >= 3);
          if (!event.hasPage) continue;
          const providers = [story, ...event.others].map(({ provider }) => provider?.domain);
          expect(new Set(providers).size).toBe(providers.length);
          expect(event.others.length).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: runsOf(300) },
    );
  });

  test('a narrowed list shows only stories that it has', () => {
    fc.assert(
      fc.property(lists, ({ listed, options }) => {
        const items = foldEvents(listed, { ...options, isNarrowed: true });
        for (const { story, event } of items)
          for (const { slug } of [story, ...(event?.others ?? [])])
            expect(listed.map((one) => one.slug)).toContain(slug);
      }),
      { numRuns: runsOf(300) },
    );
  });
});
