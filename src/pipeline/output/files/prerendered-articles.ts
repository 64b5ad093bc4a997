import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';

/**
 * The listed articles whose pages are written as HTML, newest first. The others open through `404.html`. Unlisted ones
 * always have a page, because only the page tells search engines not to index it.
 */
export const prerenderedArticles = ({ articles, settings: { pages } }: BuiltEdition): ArticleRecord[] =>
  pages === 'all' ? articles : articles.slice(0, pages);
