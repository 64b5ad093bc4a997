import type { TopCard } from '../../../model/coverage/top-stories.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';

/** A card of the front page in the order of points. */
export interface OrderedCard {
  card: TopCard;
  /** Its article; of an event, the lead. */
  lead: ArticleRecord;
  /** Its topics and its provider, of which no more than half of the first cards may have one. */
  kinds: string[];
}

/** Of so many cards at the top, at most half have one topic or provider. */
const FIRST = 12;

/** Moves cards down that have a topic or a provider of half of the first cards, unless no other cards are left. */
export function spread(ordered: readonly OrderedCard[]): OrderedCard[] {
  const rest = [...ordered];
  const first: OrderedCard[] = [];
  const counts = new Map<string, number>();
  const fits = ({ kinds }: OrderedCard): boolean => kinds.every((kind) => (counts.get(kind) ?? 0) < FIRST / 2);
  const moved = new Set<OrderedCard>();
  while (first.length < FIRST && rest.length > 0) {
    const index = Math.max(0, rest.findIndex(fits));
    const [card] = rest.splice(index, 1);
    if (!card) break;
    for (const before of rest.slice(0, index)) moved.add(before);
    first.push(card);
    for (const kind of card.kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...first, ...rest].map((item) =>
    moved.has(item) ? { ...item, card: { ...item.card, isMovedDown: true } } : item,
  );
}
