import { sumOf, TOP_SIZE, type TopCard, topPoints } from '../../../model/coverage/top-stories.ts';
import type { Provider } from '../../../model/provider.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { type EventLookup, type NewsEvent, slugOfEvent } from '../coverage/news-event.ts';
import { countSources } from '../coverage/rank-reports.ts';
import { HOUR } from '../coverage/terms/event-report.ts';
import { type OrderedCard, spread } from './spread.ts';

interface TopInput {
  /** The articles in lists, newest first. */
  articles: readonly ArticleRecord[];
  eventOf: EventLookup;
  /** The report that the card of an event shows. */
  leadOf: (event: NewsEvent) => ArticleRecord;
  completeProvider: (provider: Provider) => Provider;
  /** Finds a topic by any spelling of its name. */
  findTopic: (name: string) => { slug: string } | undefined;
  pinned?: ArticleRecord | undefined;
}

/** Sources within this time before the newest article count. */
const SOURCE_HOURS = 48;

/**
 * Orders the newest articles by points for their sources, their age and their quality. The age counts from the newest
 * article, not from the clock, so that the same content has the same order.
 */
export function orderTop(input: TopInput): OrderedCard[] {
  const { articles, eventOf, leadOf, completeProvider, pinned } = input;
  const newest = articles.slice(0, TOP_SIZE);
  const now = Math.max(...newest.map(momentOf));
  const shareBelow = rankScores(newest);
  const seen = new Set<NewsEvent>();
  const candidates = pinned && !newest.includes(pinned) ? [pinned, ...newest] : newest;
  const cards = candidates.flatMap((article): OrderedCard[] => {
    const event = eventOf(article);
    if (event && seen.has(event)) return [];
    if (event) seen.add(event);
    const reports = event?.reports ?? [{ article }];
    const isPinned = pinned !== undefined && reports.some((report) => report.article === pinned);
    const lead = isPinned ? pinned : event ? leadOf(event) : article;
    const recent = reports.filter((report) => momentOf(report.article) > now - SOURCE_HOURS * HOUR);
    const sources = countSources(recent, completeProvider);
    const hours = Math.round(((now - Math.max(...reports.map((report) => momentOf(report.article)))) / HOUR) * 10) / 10;
    const quality = shareBelow(lead);
    const card: TopCard = {
      slug: lead.slug,
      ...(event && { event: slugOfEvent(event) }),
      ...(sources !== 1 && { sources }),
      hours,
      ...(quality !== undefined && { quality }),
      ...(isPinned && { isPinned }),
    };
    return [{ card, lead, kinds: kindsOf(lead, input) }];
  });
  return spread(cards.sort(byPoints));
}

const momentOf = ({ publishedAt }: ArticleRecord): number => Date.parse(publishedAt);

/** Returns how many per cent of the scored articles have a lower score than an article that has one. */
function rankScores(articles: readonly ArticleRecord[]): (article: ArticleRecord) => number | undefined {
  const scores = articles.flatMap(({ score }) => score ?? []);
  return ({ score }) => {
    if (score === undefined || scores.length === 0) return undefined;
    return Math.round((100 * scores.filter((other) => other < score).length) / scores.length);
  };
}

function kindsOf({ topicNames, provider }: ArticleRecord, { findTopic, completeProvider }: TopInput): string[] {
  const { domain, name } = provider ? completeProvider(provider) : {};
  const own = domain ?? name;
  const topics = new Set(topicNames.flatMap((topic) => findTopic(topic)?.slug ?? []));
  return [...Array.from(topics, (topic) => `topic ${topic}`), ...(own === undefined ? [] : [`provider ${own}`])];
}

/** Pinned first, then by points, then newest first. */
function byPoints(a: OrderedCard, b: OrderedCard): number {
  const pinned = Number(b.card.isPinned ?? false) - Number(a.card.isPinned ?? false);
  return (
    pinned ||
    sumOf(topPoints(b.card)) - sumOf(topPoints(a.card)) ||
    momentOf(b.lead) - momentOf(a.lead) ||
    compareCodeUnits(a.card.slug, b.card.slug)
  );
}
