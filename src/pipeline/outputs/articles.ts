import { articleFile } from '../../model/edition-files.ts';
import { jsonFile, type Output } from './output-file.ts';

/** `data/articles/<slug>.json`: all of an article. */
export const articles: Output = function* (built) {
  for (const article of built.articles) yield jsonFile(articleFile(article.slug), article);
};
