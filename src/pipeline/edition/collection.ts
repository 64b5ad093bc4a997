import { type CollectionId, PAGE_SIZE } from '../../model/edition.ts';
import type { ProviderEntry } from '../../model/provider.ts';
import type { TopicEntry } from '../../model/topic.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';

/** A collection with its articles, newest first. */
export interface Collection {
  id: CollectionId;
  articles: ArticleRecord[];
  topic?: TopicEntry;
  provider?: ProviderEntry;
  lead?: ArticleRecord;
}

/** The number of full archive pages. */
export const pageCount = ({ articles }: Collection): number => Math.floor(articles.length / PAGE_SIZE);

/**
 * The full archive pages of a collection, numbered from the oldest, so that new articles do not change them.
 * https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export function* archivePages(collection: Collection): Generator<{ page: number; articles: ArticleRecord[] }> {
  const { articles } = collection;
  for (let page = 1; page <= pageCount(collection); page += 1) {
    const end = articles.length - (page - 1) * PAGE_SIZE;
    yield { page, articles: articles.slice(end - PAGE_SIZE, end) };
  }
}
