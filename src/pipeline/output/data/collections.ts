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
    const fields = { page } satisfies Partial<CollectionArchivePage>;
    const file = listFile(pageFile(collection.id, page), fields, articles, serializer);
    yield { page, file, newestAt: articles[0]?.publishedAt ?? '' };
  }
}

export function headFileOf(collection: Collection, serializer: ArticleSerializer): OutputFile {
  const { topic, provider, lead } = collection;
  const fields = {
    total: collection.articles.length,
    pages: pageCount(collection),
    ...(topic ? { topic } : {}),
    ...(provider ? { provider } : {}),
  } satisfies Partial<CollectionHead>;
  return listFile(headFile(collection.id), fields, collection.articles.slice(0, PAGE_SIZE), serializer, lead);
}

/** A file of the form `{…fields, "lead": summary, "articles": [summary, …]}`. */
function listFile(
  path: string,
  fields: object,
  articles: readonly ArticleRecord[],
  { summary, summaryVersion }: ArticleSerializer,
  lead?: ArticleRecord,
): OutputFile {
  const start = JSON.stringify(fields).slice(0, -1);
  return lazyFile({
    path,
    version: () => {
      const leadVersion = lead ? summaryVersion(lead) : '';
      return hashOf([start, leadVersion, ...articles.map(summaryVersion)].join('\n'));
    },
    body: () => {
      const leadField = lead ? `,"lead":${summary(lead)}` : '';
      return `${start}${leadField},"articles":[${articles.map(summary).join(',')}]}`;
    },
  });
}
