import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { SharedTerms } from './terms/event-report.ts';

/** Two or more articles on one event. */
export interface NewsEvent {
  reports: EventMember[];
  /** Absent if content files name the event. */
  shared?: SharedTerms;
}

/** The slug of an event: that of its earliest article. */
export const slugOfEvent = ({ reports: [first] }: NewsEvent): string => first?.article.slug ?? '';

/** An article on an event. */
export interface EventMember {
  article: ArticleRecord;
  /** The most similar other one, if possible with another text. Absent if only a content file put the article there. */
  nearest?: ArticleRecord;
  /** The oldest one with nearly the same text, if that is another one. */
  sameTextAs?: ArticleRecord;
}

/** The event of an article, if there is one. */
export type EventLookup = (article: ArticleRecord) => NewsEvent | undefined;

export function indexEvents(events: readonly NewsEvent[]): EventLookup {
  const eventOf = new Map(events.flatMap((event) => event.reports.map(({ article }) => [article, event] as const)));
  return (article) => eventOf.get(article);
}
