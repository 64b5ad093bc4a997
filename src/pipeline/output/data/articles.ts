import { articleFile } from '../../../model/edition-files.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { ArticleSerializer } from '../../edition/serialize-articles.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';

/** `data/articles/<slug>.json`: a complete article, listed or not. */
export const articles: Output = function* ({ articles: listed, unlisted, serializer }) {
  for (const record of [...listed, ...unlisted]) yield articleFileOf(record, serializer);
};

export const articleFileOf = (record: ArticleRecord, serializer: ArticleSerializer): OutputFile =>
  lazyFile({
    path: articleFile(record.slug),
    version: () => serializer.articleVersion(record),
    body: () => serializer.article(record),
  });
