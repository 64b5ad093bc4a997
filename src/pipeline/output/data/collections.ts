import { type FeedHead, type FeedPage, PAGE_SIZE } from '../../../model/edition.ts';
import { headFile, pageFile } from '../../../model/edition-files.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { type FeedArticles, feedPages, pageCount } from '../../edition/collection.ts';
import type { Composer } from '../../edition/serialize-articles.ts';
import { hashOf } from '../../util/hash.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';

/** The archive pages and the head of every feed. */
export const feeds: Output = function* (built) {
  const { composer } = built;
  for (const feed of built.feeds) {
    for (const { file } of archiveFiles(feed, composer)) yield file;
    yield headFileOf(feed, composer);
  }
};

export function* archiveFiles(feed: FeedArticles, composer: Composer): Generator<{ page: number; file: OutputFile }> {
  for (const { page, articles } of feedPages(feed)) {
    const fields = { page } satisfies Partial<FeedPage>;
    yield { page, file: listFile(pageFile(feed.feed, page), fields, articles, composer) };
  }
}

export function headFileOf(feed: FeedArticles, composer: Composer): OutputFile {
  const { topic, provider, lead } = feed;
  const fields = {
    total: feed.articles.length,
    pages: pageCount(feed),
    ...(topic ? { topic } : {}),
    ...(provider ? { provider } : {}),
  } satisfies Partial<FeedHead>;
  return listFile(headFile(feed.feed), fields, feed.articles.slice(0, PAGE_SIZE), composer, lead);
}

/** `{…fields, "lead": summary, "articles": [summary, …]}` */
function listFile(
  path: string,
  fields: object,
  articles: readonly ArticleRecord[],
  { summary, summaryVersion }: Composer,
  lead?: ArticleRecord,
): OutputFile {
  const start = JSON.stringify(fields).slice(0, -1);
  return lazyFile({
    path,
    version: () => hashOf([start, ...(lead ? [lead] : []), ...articles].map(versionOf).join('\n')),
    body: () => {
      const leading = lead ? `,"lead":${summary(lead)}` : '';
      return `${start}${leading},"articles":[${articles.map(summary).join(',')}]}`;
    },
  });

  function versionOf(part: string | ArticleRecord): string {
    return typeof part === 'string' ? part : summaryVersion(part);
  }
}
