import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/pipeline/content/cache/article-record.ts';
import { type OrderedCard, spread } from '../../../../src/pipeline/edition/top/spread.ts';
import { editionOf } from '../../../support/content-folder.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { plainStories, type TopStory, topFiles } from '../../../support/top-paper.ts';

const FIRST = 12;
const MOST = 6;
const KINDS = ['a', 'b', 'c', 'd', 'e'];

/** Cards in this order, by their kinds: `'a ab b'` are three, of which the second one has two. */
const cardsOf = (kinds: string): OrderedCard[] =>
  kinds.split(' ').map((letters, index) => ({
    card: { slug: `s${index}`, hours: index },
    lead: { slug: `s${index}` } as ArticleRecord,
    kinds: Array.from(letters.replace('-', '')),
  }));

const slugsOf = (cards: readonly OrderedCard[]): string[] => cards.map(({ card }) => card.slug);

const movedOf = (cards: readonly OrderedCard[]): string[] => slugsOf(cards.filter(({ card }) => card.isMovedDown));

const countOf = (kind: string, cards: readonly OrderedCard[]): number =>
  cards.filter(({ kinds }) => kinds.includes(kind)).length;

/** The numbers of the cards in their new order. */
const orderOf = (kinds: string): number[] => spread(cardsOf(kinds)).map(({ card }) => Number(card.slug.slice(1)));

describe('the first twelve cards', () => {
  test('stay as they are if at most half of them have one kind', () => {
    const cards = cardsOf('a a a a a a b b b b b b a a');
    expect(spread(cards)).toEqual(cards);
  });

  test('have only six of one kind, and those that come later go up', () => {
    expect(orderOf('a a a a a a a a b c d e f g a')).toEqual([0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 6, 7, 14]);
    expect(movedOf(spread(cardsOf('a a a a a a a a b c d e f g a')))).toEqual(['s6', 's7']);
  });

  test('go on in their order if nothing else is left', () => {
    expect(orderOf('a a a a a a a b a')).toEqual([0, 1, 2, 3, 4, 5, 7, 6, 8]);
    expect(movedOf(spread(cardsOf('a a a a a a a b a')))).toEqual(['s6']);
    expect(movedOf(spread(cardsOf('a a a a a a a a a')))).toEqual([]);
  });

  test('count each kind of a card', () => {
    expect(orderOf('ab ab ab ac ac ac a b - d')).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9, 6]);
    expect(orderOf('ab ab ab ab ab ab c b a d')).toEqual([0, 1, 2, 3, 4, 5, 6, 9, 7, 8]);
  });

  test('never move a card without a kind', () => {
    expect(orderOf('- - - - - - - - - - - - - -')).toEqual(Array.from({ length: 14 }, (_, index) => index));
  });
});

const anyCards = fc
  .array(fc.subarray(KINDS), { maxLength: 40 })
  .map((kinds) => (kinds.length === 0 ? [] : cardsOf(kinds.map((letters) => letters.join('') || '-').join(' '))));

test('for any cards, nothing is lost or repeated, and cards that are not moved down keep their order', () => {
  fc.assert(
    fc.property(anyCards, (cards) => {
      const result = spread(cards);
      expect(slugsOf(result).sort()).toEqual(slugsOf(cards).sort());
      const stayed = result.filter(({ card }) => !card.isMovedDown).map(({ card }) => card.hours);
      expect(stayed).toEqual(stayed.toSorted((a, b) => a - b));
      const later = result.slice(FIRST).map(({ card }) => card.hours);
      expect(later).toEqual(later.toSorted((a, b) => a - b));
    }),
    { numRuns: runsOf(500) },
  );
});

test('for any cards, at most half of the first twelve have one kind, unless there are no others', () => {
  fc.assert(
    fc.property(anyCards, (cards) => {
      const result = spread(cards);
      const first = result.slice(0, FIRST);
      const isTooMuch = KINDS.some((kind) => countOf(kind, first) > MOST);
      const others = result.slice(FIRST).filter(({ kinds }) => kinds.every((kind) => countOf(kind, first) < MOST));
      expect(isTooMuch ? others : []).toEqual([]);
    }),
    { numRuns: runsOf(1000) },
  );
});

test('for any cards, one is said to be moved down if it is, and because half of those before it have a kind of it', () => {
  fc.assert(
    fc.property(anyCards, (cards) => {
      const result = spread(cards);
      for (const [index, { card, kinds }] of result.entries()) {
        const before = result.slice(0, index);
        const isMoved = before.some((other) => other.card.hours > card.hours);
        expect(card.isMovedDown ?? false).toBe(isMoved);
        const first = before.slice(0, FIRST);
        if (isMoved) expect(Math.max(...kinds.map((kind) => countOf(kind, first)))).toBeGreaterThanOrEqual(MOST);
      }
    }),
    { numRuns: runsOf(500) },
  );
});

describe('of a paper, half of the first twelve cards', () => {
  const paper = (own: TopStory): OrderedCard[] => {
    const stories: Record<string, TopStory> = {};
    for (const [slug, story] of Object.entries(plainStories(12))) stories[slug] = { ...story, ...own };
    for (const [slug, story] of Object.entries(plainStories(10, 20)))
      stories[`z${slug}`] = { ...story, domain: `z${slug}.example` };
    const files = topFiles(stories);
    return editionOf({ ...files, 'site.yaml': 'order: top\n' }).top;
  };

  test.each([
    ['one provider', { domain: 'a.example' }],
    ['one topic', { topics: ['Space'] }],
    ['one topic in several spellings', { topics: ['Space', 'SPACE'] }],
  ])('have %s', (_, own) => {
    const top = paper(own);
    const isOther = ({ card }: OrderedCard): boolean => card.slug.startsWith('z');
    expect(top.slice(0, FIRST).map(isOther)).toEqual(Array.from({ length: FIRST }, (__, index) => index >= MOST));
    expect(movedOf(top)).toHaveLength(6);
  });

  test('are the first ones if all differ', () => {
    expect(movedOf(paper({}))).toEqual([]);
  });
});
