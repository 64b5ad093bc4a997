import { TOP_SIZE } from '../../../model/coverage/top-stories.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { Settings } from '../../settings/settings.ts';
import type { EventLookup } from '../coverage/news-event.ts';

/** The order of the front page. */
export interface FrontOrder {
  /** Whether readers can choose the order of points: there are events or scores, or the publisher wants it. */
  hasTop: boolean;
  /** The order at the address of the front page. */
  standard: 'top' | 'newest';
  /** How many of the newest articles are on events, if that has decided on the order. */
  share?: { inEvents: number; of: number };
}

/** The default is decided on so many of the newest articles: on top, if this share of them is on events. */
const DECIDING = 300;
const MIN_SHARE = 0.1;

export function chooseOrder(articles: readonly ArticleRecord[], eventOf: EventLookup, { order }: Settings): FrontOrder {
  const newest = articles.slice(0, TOP_SIZE);
  const isTold = newest.some((article) => article.score !== undefined || eventOf(article));
  if (order) return { hasTop: order === 'top' || isTold, standard: order };
  const deciding = articles.slice(0, DECIDING);
  const share = { inEvents: deciding.filter(eventOf).length, of: deciding.length };
  const isTop = share.inEvents > 0 && share.inEvents >= share.of * MIN_SHARE;
  return { hasTop: isTold, standard: isTold && isTop ? 'top' : 'newest', share };
}
