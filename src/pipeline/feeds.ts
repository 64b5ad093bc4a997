import type { Summary } from '../model/article.ts';
import { type Feed, type FeedHead, type FeedPage, PAGE_SIZE } from '../model/edition.ts';
import type { ProviderEntry } from '../model/provider.ts';
import type { TopicEntry } from '../model/topic.ts';

/** A feed with its articles, newest first. */
export interface FeedArticles {
  feed: Feed;
  articles: Summary[];
  topic?: TopicEntry;
  provider?: ProviderEntry;
  lead?: Summary;
}

/** A feed's newest articles, with its totals. */
export function feedHead({ articles, topic, provider, lead }: FeedArticles): FeedHead {
  return {
    total: articles.length,
    pages: pageCount(articles.length),
    ...(topic ? { topic } : {}),
    ...(provider ? { provider } : {}),
    ...(lead ? { lead } : {}),
    articles: articles.slice(0, PAGE_SIZE),
  };
}

/**
 * A feed's full pages, numbered from the oldest, so that a page stays as it is when news is added at the newest end.
 * https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export function* feedPages({ articles }: FeedArticles): Generator<FeedPage> {
  for (let page = 1; page <= pageCount(articles.length); page += 1) {
    const end = articles.length - (page - 1) * PAGE_SIZE;
    yield { page, articles: articles.slice(end - PAGE_SIZE, end) };
  }
}

const pageCount = (total: number): number => Math.floor(total / PAGE_SIZE);
