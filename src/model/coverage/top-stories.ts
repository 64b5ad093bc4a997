import type { Summary } from '../article.ts';
import type { EventCard } from '../edition.ts';

/** The newest articles that are ordered by their points on the front page. */
export const TOP_SIZE = 90;

/** A part of them: the first cards, or the others. */
export interface TopStories {
  /** In their order. */
  cards: TopCard[];
  /** The articles of the cards. */
  articles: Summary[];
  /** Their events. */
  events: EventCard[];
  /** The number of cards in the other file, if there are any. */
  others?: number;
}

/** A card of the front page, with what its points are made of. */
export interface TopCard {
  /** The slug of its article; of an event, of the lead. */
  slug: string;
  /** The slug of its event. */
  event?: string;
  /** The number of sources in the 48 hours before the newest article. Absent if it is one. */
  sources?: number;
  /** How long its newest report was before the newest article, in hours, with one decimal. */
  hours: number;
  /** How many per cent of the scored articles among the newest have a lower quality. Absent if it has no score. */
  quality?: number;
  /** It is first because it is pinned. */
  isPinned?: true;
  /** Cards with fewer points are before it: half of the first cards had its topic or its provider. */
  isMovedDown?: true;
}

/** The points of a card, by which the front page is ordered. */
export interface TopPoints {
  sources: number;
  age: number;
  quality: number;
}

/** The hours after which the points for the age are half of what they were. */
const HALF_LIFE = 12;

export const topPoints = ({ sources = 1, hours, quality = 0 }: TopCard): TopPoints => ({
  sources: 3 * Math.log2(Math.max(1, sources)),
  age: 4 * 2 ** (-hours / HALF_LIFE),
  quality: (2 * quality) / 100,
});

export const sumOf = ({ sources, age, quality }: TopPoints): number => sources + age + quality;
