import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';

/** The articles whose pages are written as HTML, newest first. The others open through `404.html`. */
export const prerenderedArticles = ({ articles, settings: { pages } }: BuiltEdition): ArticleRecord[] =>
  pages === 'all' ? articles : articles.slice(0, pages);
