import { type CollectionArchivePage, type CollectionHead, PAGE_SIZE } from '../../../model/edition.ts';
import { headFile, pageFile } from '../../../model/edition-files.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { archivePages, type Collection, pageCount } from '../../edition/collection.ts';
import type { ArticleSerializer } from '../../edition/serialize-articles.ts';
import { hashOf } from '../../util/hash.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';

/** The archive pages and the head of every collection. */
export const collections: Output = function* (built) {
  const { serializer } = built;
  for (const collection of built.collections) {
    for (const { file } of archiveFiles(collection, serializer)) yield file;
    yield headFileOf(collection, serializer);
  }
};

export function* archiveFiles(
  collection: Collection,
  serializer: ArticleSerializer,
): Generator<{ page: number; file: OutputFile; newestAt: string }> {
  for (const { page, articles } of archivePages(collection)) {
    const file = archiveFile(pageFile(collection.id, page), page, articles, serializer);
    yield { page, file, newestAt: articles[0]?.publishedAt ?? '' };
  }
}

export function headFileOf(collection: Collection, serializer: ArticleSerializer): OutputFile {
  const { topic, provider, lead, articles } = collection;
  const { summary, summaryVersion, events } = serializer;
  const start = JSON.stringify({
    total: articles.length,
    pages: pageCount(collection),
    ...(topic ? { topic } : {}),
    ...(provider ? { provider } : {}),
  } satisfies Partial<CollectionHead>).slice(0, -1);
  const newest = articles.slice(0, PAGE_SIZE);
  const shown = lead ? [...newest, lead] : newest;
  // Looked up only for collections that have an event.
  let members: ReadonlySet<ArticleRecord> | undefined;
  const isIn = (article: ArticleRecord): boolean => {
    members ??= new Set(articles);
    return members.has(article);
  };
  return lazyFile({
    path: headFile(collection.id),
    version: () => {
      const leadVersion = lead ? summaryVersion(lead) : '';
      const cards = events.cardsVersion(shown, isIn);
      return hashOf([start, leadVersion, ...newest.map(summaryVersion), ...(cards ? [cards] : [])].join('\n'));
    },
    body: () => {
      const leadField = lead ? `,"lead":${summary(lead)}` : '';
      const cards = events.cards(shown, isIn);
      const eventsField = cards && `,"events":${cards}`;
      return `${start}${leadField}${eventsField},${articlesField(newest, serializer)}`;
    },
  });
}

/** A file of the form `{"page": number, "articles": [summary, …]}`. */
function archiveFile(path: string, page: number, articles: ArticleRecord[], serializer: ArticleSerializer): OutputFile {
  const start = JSON.stringify({ page } satisfies Partial<CollectionArchivePage>).slice(0, -1);
  return lazyFile({
    path,
    version: () => hashOf([start, '', ...articles.map(serializer.summaryVersion)].join('\n')),
    body: () => `${start},${articlesField(articles, serializer)}`,
  });
}

const articlesField = (articles: readonly ArticleRecord[], { summary }: ArticleSerializer): string =>
  `"articles":[${articles.map(summary).join(',')}]}`;
