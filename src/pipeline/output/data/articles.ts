import { articleFile } from '../../../model/edition-files.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { Composer } from '../../edition/serialize-articles.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';

/** `data/articles/<slug>.json`: all of an article. */
export const articles: Output = function* ({ articles: records, composer }) {
  for (const record of records) yield articleFileOf(record, composer);
};

export const articleFileOf = (record: ArticleRecord, composer: Composer): OutputFile =>
  lazyFile({
    path: articleFile(record.slug),
    version: () => composer.articleVersion(record),
    body: () => composer.article(record),
  });
