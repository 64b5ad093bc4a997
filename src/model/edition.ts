import type { Summary } from './article.ts';
import type { ProviderEntry } from './provider.ts';
import type { Site } from './site.ts';
import type { TopicEntry, TopicLabel } from './topic.ts';

/** What `format` says in `data/edition.json`; another number means files this app cannot read. */
export const EDITION_FORMAT = 1;

/** Articles on a head and on an archive page. */
export const PAGE_SIZE = 30;

/** What every page shows of its edition. It has no counts and dates, so that a new article leaves most pages alone. */
export interface SiteInfo {
  site: Site;
  /** The first 24 topics in reading order: top-level ones, then those below them. */
  topics: TopicLabel[];
}

/** `data/edition.json`: what one build made. */
export interface Edition extends SiteInfo {
  format: typeof EDITION_FORMAT;
  /** A hash of the content, so that the same content has the same id. */
  id: string;
  /** Articles in the feed of all. */
  total: number;
  /** When the newest article was published. */
  newestAt: string;
  topics: TopicEntry[];
  topicCount: number;
  providerCount: number;
  /** How many drafts were left out, where there is nothing else. */
  drafts?: number;
}

/** An ordered list of articles: all of them, those of a topic, or those of a provider. */
export type CollectionId = { kind: 'all' } | { kind: 'topic'; slug: string } | { kind: 'provider'; domain: string };

/** `head.json` of a feed: its newest 30 articles. */
export interface CollectionHead {
  /** Articles in the feed. */
  total: number;
  /** Full archive pages, numbered from the oldest: `floor(total / 30)`. */
  pages: number;
  articles: Summary[];
  /** In the feed of all, where an article is pinned: the newest pinned one. */
  lead?: Summary;
  /** In the feed of a topic: that topic. */
  topic?: TopicEntry;
  /** In the feed of a provider: that provider. */
  provider?: ProviderEntry;
}

/** `<n>.json` of a feed: 30 articles, newest first. Page 1 is the oldest. */
export interface CollectionArchivePage {
  page: number;
  articles: Summary[];
}

/**
 * `positions.json` of a feed: where its articles stand in the feed of all, counted from the oldest, which is 0. The
 * first place, then for each further one its distance from the one before.
 */
export type CollectionPositions = number[];

/**
 * `data/days.json`: the calendar days, in the site's zone, of the articles of the feed of all from the oldest on: a day
 * and how many articles in a row are of it. A day comes again where an article of another one stands in between.
 */
export type DayRun = [day: string, count: number];

/** `data/build.json`. Nothing else in an edition carries a clock. */
export interface BuildInfo {
  builtAt: string;
}
