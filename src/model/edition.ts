import type { Coverage, CoverageReport, Summary } from './article.ts';
import type { BodyNode } from './body.ts';
import type { ProviderEntry } from './provider.ts';
import type { Site } from './site.ts';
import type { TopicEntry, TopicLabel } from './topic.ts';

/** The `format` in `data/edition.json`. The app cannot read files with another number. */
export const EDITION_FORMAT = 1;

/** The number of articles in a collection's head and on an archive page. */
export const PAGE_SIZE = 30;

/** The data of the edition that every page contains. It has no counts or dates, so a new article changes few pages. */
export interface SiteInfo {
  site: Site;
  /** The first 24 topics in display order: top-level topics, then their subtopics. */
  topics: TopicLabel[];
  /** The pages of the publisher, in their order. */
  pages?: PageLabel[];
  /** The publisher's text in the footer: paragraphs, lists, links and emphasis. */
  footer?: BodyNode[];
  /**
   * The primary languages that at least a tenth of the articles are in, most articles first. Only where there are two:
   * then the list can be filtered by them.
   */
  languages?: string[];
}

/** A page of the publisher, like the imprint. */
export interface PageLabel {
  /** Begins with `PAGE_PREFIX`. Its data are those of an article. */
  slug: string;
  title: string;
  /** The masthead has a link to it, not only the footer. */
  isInMenu?: true;
  /** It has an address, and no link leads there. */
  isDraft?: true;
}

/** `data/edition.json`: an overview of one build. */
export interface Edition extends SiteInfo {
  format: typeof EDITION_FORMAT;
  /** A hash of the content: the same content has the same id. */
  id: string;
  /** The number of articles. */
  total: number;
  /** When the newest article was published. */
  newestAt: string;
  topics: TopicEntry[];
  topicCount: number;
  providerCount: number;
  /** The order at the address of the front page, if readers can choose that of points. */
  order?: 'top' | 'newest';
  /** The number of omitted drafts; only where there are no articles. */
  drafts?: number;
  /** The slugs of withdrawn articles that are deleted from what readers have saved, too. */
  purge?: string[];
  /** The build of the app: the name of its first script, which changes with its code. Not from the dev server. */
  app?: string;
}

/** Names a collection, an ordered list of articles: all of them, those of a topic, or those of a provider. */
export type CollectionId = { kind: 'all' } | { kind: 'topic'; slug: string } | { kind: 'provider'; domain: string };

/** `head.json` of a collection: its newest 30 articles. */
export interface CollectionHead {
  /** The number of articles in the collection. */
  total: number;
  /** Full archive pages, numbered from the oldest: `floor(total / 30)`. */
  pages: number;
  articles: Summary[];
  /** Not in the file: if some of its articles are damaged, `articles` has the others, and this has all places. */
  slots?: (Summary | null)[];
  /** Only in the collection of all articles: the newest pinned article, if there is one. */
  lead?: Summary;
  /** The events of its articles, which lists show once. Absent if there are none. */
  events?: EventCard[];
  /** Only in the collection of a topic. */
  topic?: TopicEntry;
  /** Only in the collection of a provider. */
  provider?: ProviderEntry;
}

/** An event as the head of a collection shows it: in one card. */
export interface EventCard {
  /** The slug of its earliest article. */
  slug: string;
  /** The number of its reports, in all collections. */
  total: number;
  /** The number of its sources: providers. All with one text are one source. */
  sources: number;
  /**
   * The first of its reports in this collection, at most `MAX_CARD_REPORTS`. The lead is first: the one with the highest
   * quality, else the earliest. Then one of each other source, then others. Only the lead may have an excerpt and an image.
   */
  reports: CardReport[];
}

/** With the slug of the first report with nearly the same text, if that is another one. */
export type CardReport = Summary & Pick<CoverageReport, 'sameTextAs'>;

export const MAX_CARD_REPORTS = 6;

/** From this number of reports on an event has a page. */
export const MIN_EVENT_REPORTS = 3;

/** `data/events/<slug>.json`: an event that several articles report. */
export interface EventData extends Omit<Coverage, 'reports'> {
  /** The slug of its earliest article. */
  slug: string;
  sources: number;
  /** The slug of the report that cards show. */
  lead: string;
  /** Oldest first, at most `MAX_EVENT_REPORTS`. */
  reports: EventReport[];
}

/** A report on an event. */
export interface EventReport extends CardReport {
  /** Words of its title and excerpt that no earlier report has, in their order. */
  adds?: string[];
}

export const MAX_EVENT_REPORTS = 150;

/** `<n>.json` of a collection: 30 articles, newest first. Page 1 is the oldest. */
export interface CollectionArchivePage {
  page: number;
  articles: Summary[];
  /** See `CollectionHead`. */
  slots?: (Summary | null)[];
}

/**
 * `positions.json` of a collection: the positions of its articles in the list of all articles, counted from the oldest,
 * which is 0. Delta-encoded: the first position, then the distance of each position from the previous one.
 */
export type CollectionPositions = number[];

/**
 * `data/days.json`: the calendar days of all articles in the site's time zone, oldest first, run-length-encoded: a day
 * and the number of consecutive articles with it. A day occurs twice where an article of another day is in between.
 */
export type DayRun = [day: string, count: number];

/** `data/build.json`, the only file of an edition that depends on the clock. */
export interface BuildInfo {
  builtAt: string;
  /** The bundles of the app that the site has files of, the newest first. Not from the dev server. */
  bundles?: BundleFiles[];
}

/** A bundle of the app: its build, see `Edition.app`, and its files. */
export interface BundleFiles {
  app: string;
  files: string[];
}
