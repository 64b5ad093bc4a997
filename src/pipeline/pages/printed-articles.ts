import type { BuiltEdition } from '../build-edition.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';

/** The articles whose pages are written as HTML, newest first; the others open through `404.html`. */
export const printedArticles = ({ articles, settings: { pages } }: BuiltEdition): ArticleRecord[] =>
  pages === 'all' ? articles : articles.slice(0, pages);
