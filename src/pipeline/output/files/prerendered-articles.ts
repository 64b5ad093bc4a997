import { MIN_EVENT_REPORTS } from '../../../model/edition.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { NewsEvent } from '../../edition/coverage/news-event.ts';

/**
 * The listed articles whose pages are written as HTML, newest first. The others open through `404.html`. Unlisted ones
 * always have a page, because only the page tells search engines not to index it.
 */
export const prerenderedArticles = ({ articles, settings: { pages } }: BuiltEdition): ArticleRecord[] =>
  pages === 'all' ? articles : articles.slice(0, pages);

/** The events whose pages are written as HTML: those with enough reports, of which one has a page. Oldest first. */
export function prerenderedEvents(built: BuiltEdition): NewsEvent[] {
  const withPage = new Set(prerenderedArticles(built));
  return built.events.filter(
    ({ reports }) => reports.length >= MIN_EVENT_REPORTS && reports.some(({ article }) => withPage.has(article)),
  );
}
