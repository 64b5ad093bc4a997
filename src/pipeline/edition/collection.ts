import { type Feed, PAGE_SIZE } from '../../model/edition.ts';
import type { ProviderEntry } from '../../model/provider.ts';
import type { TopicEntry } from '../../model/topic.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';

/** A feed with its articles, newest first. */
export interface FeedArticles {
  feed: Feed;
  articles: ArticleRecord[];
  topic?: TopicEntry;
  provider?: ProviderEntry;
  lead?: ArticleRecord;
}

export const pageCount = ({ articles }: FeedArticles): number => Math.floor(articles.length / PAGE_SIZE);

/**
 * A feed's full pages, numbered from the oldest, so that a page stays as it is when news is added at the newest end.
 * https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export function* feedPages(feed: FeedArticles): Generator<{ page: number; articles: ArticleRecord[] }> {
  const { articles } = feed;
  for (let page = 1; page <= pageCount(feed); page += 1) {
    const end = articles.length - (page - 1) * PAGE_SIZE;
    yield { page, articles: articles.slice(end - PAGE_SIZE, end) };
  }
}
