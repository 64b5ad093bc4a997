import type { CollectionPositions } from '../../../model/edition.ts';
import { languageFile, positionsFile } from '../../../model/edition-files.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { lazyJsonFile, type Output } from '../files/output-file.ts';
import { groupByLanguage } from './languages.ts';

/** The positions of the articles of collections and languages in the list of all articles. */
export const positions: Output = function* ({ articles, collections, settings }) {
  let positionOf: ReadonlyMap<ArticleRecord, number> | undefined;
  const positionsOf = (own: readonly ArticleRecord[]): CollectionPositions => {
    positionOf ??= indexPositions(articles);
    return encodePositions(own, positionOf);
  };
  for (const { id, articles: own } of collections) {
    // The collection of all articles contains every position.
    if (id.kind === 'all') continue;
    yield lazyJsonFile(positionsFile(id), () => positionsOf(own));
  }
  for (const [language, own] of groupByLanguage(articles, settings.site))
    yield lazyJsonFile(languageFile(language), () => positionsOf(own));
};

/** Positions count from the oldest article, so that new articles do not change them. */
function indexPositions(newestFirst: readonly ArticleRecord[]): Map<ArticleRecord, number> {
  const positionOf = new Map<ArticleRecord, number>();
  for (const article of newestFirst.toReversed()) positionOf.set(article, positionOf.size);
  return positionOf;
}

function encodePositions(
  newestFirst: readonly ArticleRecord[],
  positionOf: ReadonlyMap<ArticleRecord, number>,
): CollectionPositions {
  let previous = 0;
  return newestFirst.toReversed().map((article) => {
    const position = positionOf.get(article) ?? 0;
    const distance = position - previous;
    previous = position;
    return distance;
  });
}
