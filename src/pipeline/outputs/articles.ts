import { articleFile } from '../../model/edition-files.ts';
import { lazyFile, type Output } from './output-file.ts';

/** `data/articles/<slug>.json`: all of an article. */
export const articles: Output = function* ({ articles: records, composer }) {
  for (const record of records) {
    yield lazyFile({
      path: articleFile(record.slug),
      version: () => composer.articleVersion(record),
      body: () => composer.article(record),
    });
  }
};
