import type { Summary } from '../../../model/article.ts';
import {
  type CardReport,
  type EventCard,
  type EventData,
  type EventReport,
  MAX_CARD_REPORTS,
  MAX_EVENT_REPORTS,
  MIN_EVENT_REPORTS,
} from '../../../model/edition.ts';
import type { Provider } from '../../../model/provider.ts';
import { primaryLanguage } from '../../../model/text/primary-language.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { type AllFields, defined } from '../../util/defined.ts';
import { hashOf } from '../../util/hash.ts';
import { memoize } from '../../util/memoize.ts';
import { addedWords } from './added-words.ts';
import { type EventLookup, type NewsEvent, slugOfEvent } from './news-event.ts';
import { type RankedReports, rankReports } from './rank-reports.ts';
import type { CoverageSerializer } from './serialize-coverage.ts';
import { stopTerms } from './terms/stop-words.ts';

interface EventSerializerInput {
  eventOf: EventLookup;
  completeProvider: (provider: Provider) => Provider;
  /** The JSON of a summary, and a text that changes with it. */
  summary: (article: ArticleRecord) => string;
  summaryVersion: (article: ArticleRecord) => string;
  reasonOf: CoverageSerializer['reasonOf'];
  /** The language of the site. */
  language: string;
}

/** Serializes events to JSON. A version changes whenever the JSON does. */
export interface EventSerializer {
  /** The report that cards show. */
  leadOf: (event: NewsEvent) => ArticleRecord;
  event: (event: NewsEvent) => string;
  eventVersion: (event: NewsEvent) => string;
  /** The `EventCard`s of a list of articles of a collection, of which `isIn` tells the members. Empty without any. */
  cards: (articles: readonly ArticleRecord[], isIn: (article: ArticleRecord) => boolean) => string;
  cardsVersion: (articles: readonly ArticleRecord[], isIn: (article: ArticleRecord) => boolean) => string;
}

export function createEventSerializer(input: EventSerializerInput): EventSerializer {
  const { eventOf, completeProvider, summary, summaryVersion, reasonOf } = input;
  const rank = memoize((event: NewsEvent) => rankReports(event, completeProvider));
  const summaryOf = (article: ArticleRecord): Summary => JSON.parse(summary(article)) as Summary;
  const isStopTerm = (stem: string, { lang = input.language }: Summary): boolean =>
    stopTerms(primaryLanguage(lang)).has(stem);

  /** The events of articles, in the order of their first report, with what the collection has of them. */
  function* cardsOf(articles: readonly ArticleRecord[], isIn: (article: ArticleRecord) => boolean): Generator<Card> {
    for (const event of new Set(articles.flatMap((article) => eventOf(article) ?? []))) {
      const ranked = rank(event);
      const reports = ranked.reports.filter(isIn).slice(0, MAX_CARD_REPORTS);
      // A single report whose event has no page is an article like any other.
      if (reports.length > 1 || event.reports.length >= MIN_EVENT_REPORTS) yield { event, ranked, reports };
    }
  }

  const leadOf = (event: NewsEvent): ArticleRecord => rank(event).reports[0] as ArticleRecord;

  return {
    leadOf,
    event(event) {
      const { sources } = rank(event);
      const members = event.reports.slice(0, MAX_EVENT_REPORTS);
      const summaries = members.map(({ article }) => summaryOf(article));
      const added = addedWords(summaries, isStopTerm);
      const reports = members.map(({ sameTextAs }, index): EventReport => {
        const own = summaries[index] as Summary;
        const adds = sameTextAs ? [] : (added[index] ?? []);
        return { ...own, ...defined('sameTextAs', sameTextAs?.slug), ...(adds.length > 0 && { adds }) };
      });
      const data: EventData = {
        slug: slugOfEvent(event),
        ...reasonOf(event),
        sources,
        lead: leadOf(event).slug,
        reports,
      };
      return JSON.stringify(data);
    },
    eventVersion(event) {
      const { sources } = rank(event);
      const members = event.reports.map(({ article, sameTextAs }) => [summaryVersion(article), sameTextAs?.slug]);
      return hashOf(JSON.stringify([input.language, event.shared, sources, leadOf(event).slug, members]));
    },
    cards(articles, isIn) {
      const inList = new Set(articles);
      const cards = Array.from(
        cardsOf(articles, isIn),
        ({ event, ranked, reports }): EventCard => ({
          slug: slugOfEvent(event),
          total: event.reports.length,
          sources: ranked.sources,
          reports: reports.map((article, index): CardReport => {
            const full = summaryOf(article);
            const shown = index === 0 && !inList.has(article) ? full : toHeadline(full);
            return { ...shown, ...defined('sameTextAs', originalOf(event, article)) };
          }),
        }),
      );
      return cards.length > 0 ? JSON.stringify(cards) : '';
    },
    cardsVersion(articles, isIn) {
      const cards = Array.from(cardsOf(articles, isIn), ({ event, ranked, reports }) => [
        slugOfEvent(event),
        event.reports.length,
        ranked.sources,
        reports.map((article) => [summaryVersion(article), originalOf(event, article)]),
      ]);
      return cards.length > 0 ? JSON.stringify(cards) : '';
    },
  };
}

/** The slug of the first report with nearly the same text, if that is another one. */
const originalOf = ({ reports }: NewsEvent, article: ArticleRecord): string | undefined =>
  reports.find((report) => report.article === article)?.sameTextAs?.slug;

interface Card {
  event: NewsEvent;
  ranked: RankedReports;
  reports: ArticleRecord[];
}

/** What a card shows of a report that is not the lead, or of which the list has the rest. */
function toHeadline({ slug, title, publishedAt, kind, lang, topics, provider, ...links }: Summary): Summary {
  const { originUrl, ampUrl, ampCacheUrl } = links;
  const headline: AllFields<Summary> = {
    slug,
    title,
    publishedAt,
    kind,
    lang,
    topics,
    provider,
    originUrl,
    ampUrl,
    ampCacheUrl,
    // These are not shown.
    excerpt: undefined,
    image: undefined,
    authors: undefined,
    updatedAt: undefined,
    hasMadeExcerpt: undefined,
    hasVideo: undefined,
    isDraft: undefined,
    isScheduled: undefined,
    event: undefined,
  };
  return headline as Summary;
}
