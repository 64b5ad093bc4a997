import type { CollectionPositions } from '../../../model/edition.ts';
import { positionsFile } from '../../../model/edition-files.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { lazyJsonFile, type Output } from '../files/output-file.ts';

/** `data/feeds/<feed>/positions.json`: where the articles of a topic or a provider stand among all. */
export const positions: Output = function* ({ articles, collections }) {
  let places: ReadonlyMap<ArticleRecord, number> | undefined;
  for (const { id, articles: own } of collections) {
    // The feed of all holds every place.
    if (id.kind === 'all') continue;
    yield lazyJsonFile(positionsFile(id), () => {
      places ??= positionsIn(articles);
      return positionsOf(own, places);
    });
  }
};

/** Counted from the oldest, so that a place stays as it is when news is added. */
function positionsIn(newestFirst: readonly ArticleRecord[]): Map<ArticleRecord, number> {
  const places = new Map<ArticleRecord, number>();
  for (const article of newestFirst.toReversed()) places.set(article, places.size);
  return places;
}

function positionsOf(
  newestFirst: readonly ArticleRecord[],
  places: ReadonlyMap<ArticleRecord, number>,
): CollectionPositions {
  let last = 0;
  return newestFirst.toReversed().map((article) => {
    const place = places.get(article) ?? 0;
    const distance = place - last;
    last = place;
    return distance;
  });
}
