import { describe, expect, test } from 'vitest';
import { parseTop } from '../../../../src/app/data/parse/parse-top.ts';
import { TOP_SIZE } from '../../../../src/model/coverage/top-stories.ts';
import { editionIn, outputsOf } from '../../../support/content-folder.ts';
import { writeContent } from '../../../support/temp-content.ts';
import { plainStories, topFiles } from '../../../support/top-paper.ts';

/** More articles of one topic than half of the first cards. */
const spacious = Object.entries(plainStories(10)).map(
  ([slug, story]) => [slug, { ...story, topics: ['Space'] }] as const,
);

const outputs = outputsOf(
  editionIn(
    writeContent({
      ...topFiles({
        ...plainStories(95),
        ...Object.fromEntries(spacious),
        pinned: { hours: 300, lines: 'pinned: true\nquality: 3', domain: 'p.example' },
        fire: { hours: 3, event: 'fire', domain: 'a.example', topics: ['Space'] },
        'fire-again': { hours: 2, event: 'fire', domain: 'a.example' },
        'fire-still': { hours: 2, event: 'fire', domain: 'b.example', lines: 'quality: 2' },
      }),
      'site.yaml': 'order: top\n',
    }),
  ),
);

const fileOf = (path: string): unknown => JSON.parse(outputs.get(path) ?? 'null');

const story = (slug: string) => ({
  slug,
  title: slug,
  publishedAt: '2026-01-01T10:00:00Z',
  kind: 'article',
  topics: [],
});

/** The cards of a file with these ones, of which all have articles. */
const cardsOf = (...cards: unknown[]) => {
  const slugs = cards.flatMap((card) => (card as { slug?: unknown } | null)?.slug ?? []);
  return parseTop({ cards, articles: slugs.map((slug) => story(slug as string)), events: [] })?.cards;
};

test.each(['data/top.json', 'data/top-more.json'])('%s passes as it is', (path) => {
  expect((fileOf(path) as { cards: unknown[] }).cards.length).toBeGreaterThan(20);
  expect(parseTop(fileOf(path))).toEqual(fileOf(path));
});

test('both files together have all kinds of fields', () => {
  const all = `${outputs.get('data/top.json')}${outputs.get('data/top-more.json')}`;
  for (const key of ['sources', 'hours', 'quality', 'isPinned', 'isMovedDown', 'reports', 'event'])
    expect(all, key).toContain(`"${key}":`);
});

describe('a file without a list of cards is none:', () => {
  test.each([
    ['nothing', null],
    ['text', 'top'],
    ['a list', [{ slug: 'a', hours: 1 }]],
    ['an empty object', {}],
    ['cards that are text', { cards: 'a', articles: [], events: [] }],
    ['cards that are an object', { cards: { 0: { slug: 'a', hours: 1 } }, articles: [], events: [] }],
    ['a page of an archive', { page: 1, articles: [story('a')] }],
  ])('%s', (_, value) => {
    expect(parseTop(value)).toBeUndefined();
  });
});

describe('a card', () => {
  test('keeps all its fields', () => {
    const card = { slug: 'a', sources: 3, hours: 1.5, quality: 40, isPinned: true, isMovedDown: true };
    expect(cardsOf(card)).toEqual([card]);
    expect(cardsOf({ slug: 'a', hours: 0, quality: 0 })).toEqual([{ slug: 'a', hours: 0, quality: 0 }]);
  });

  test.each([
    ['that is nothing', null],
    ['that is text', 'a'],
    ['that is a list', ['a', 1]],
    ['without a slug', { hours: 1 }],
    ['with a slug that leads elsewhere', { slug: '../a', hours: 1 }],
    ['with a number as its slug', { slug: 7, hours: 1 }],
    ['without hours', { slug: 'b' }],
    ['with negative hours', { slug: 'b', hours: -1 }],
    ['with hours that are text', { slug: 'b', hours: '1' }],
    ['with hours without an end', { slug: 'b', hours: Number.POSITIVE_INFINITY }],
    ['with hours that are no number', { slug: 'b', hours: Number.NaN }],
  ])('%s is left out, and the others stay', (_, damaged) => {
    expect(cardsOf({ slug: 'a', hours: 1 }, damaged, { slug: 'c', hours: 2 })).toEqual([
      { slug: 'a', hours: 1 },
      { slug: 'c', hours: 2 },
    ]);
  });

  test.each([
    ['sources', -1],
    ['sources', '3'],
    ['sources', null],
    ['quality', -1],
    ['quality', Number.NaN],
    ['quality', [1]],
    ['isPinned', 'yes'],
    ['isPinned', false],
    ['isPinned', 1],
    ['isMovedDown', {}],
    ['other', 'field'],
  ])('loses a damaged field: `%s` of %s', (field, value) => {
    expect(cardsOf({ slug: 'a', hours: 1, [field]: value })).toEqual([{ slug: 'a', hours: 1 }]);
  });

  test('without its article is left out', () => {
    const parsed = parseTop({
      cards: ['a', 'b', 'c', 'd'].map((slug) => ({ slug, hours: 1 })),
      articles: [story('a'), { ...story('b'), title: 7 }, { ...story('c'), publishedAt: 'x' }, null],
      events: [],
    });
    expect(parsed?.cards.map(({ slug }) => slug)).toEqual(parsed?.articles.map(({ slug }) => slug));
    expect(parsed?.cards.map(({ slug }) => slug)).not.toContain('d');
    expect(parsed?.cards[0]).toEqual({ slug: 'a', hours: 1 });
  });
});

test('a file whose articles or events are damaged has the others', () => {
  const cards = [{ slug: 'a', hours: 1 }];
  expect(parseTop({ cards, articles: 'a', events: [] })).toEqual({ cards: [], articles: [], events: [] });
  expect(parseTop({ cards, articles: [story('a')] })).toEqual({ cards, articles: [story('a')], events: [] });
  const event = { slug: 'a', total: 2, sources: 2, reports: [story('a'), story('b')] };
  const events = [null, event, { slug: 'b', total: 2, sources: 2, reports: [] }, { ...event, slug: '..' }];
  expect(parseTop({ cards, articles: [story('a')], events })?.events).toEqual([event]);
});

test('a file has at most as many cards as the build writes, and a pinned one', () => {
  const slugs = Array.from({ length: TOP_SIZE + 5 }, (_, index) => `s${index}`);
  expect(cardsOf(...slugs.map((slug) => ({ slug, hours: 1 })))).toHaveLength(TOP_SIZE + 1);
});
