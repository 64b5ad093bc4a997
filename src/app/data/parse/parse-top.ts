import { TOP_SIZE, type TopCard, type TopStories } from '../../../model/coverage/top-stories.ts';
import { count, type DropCounter, fields, isRecord, list, slug, yes } from './check-value.ts';
import { parseEventCards } from './parse-coverage.ts';
import { parseSummary } from './parse-story.ts';

/** Checks the cards of the front page in the order of points. A card without its article is left out. */
export function parseTop(value: unknown): TopStories | undefined {
  if (!isRecord(value) || !Array.isArray(value['cards'])) return undefined;
  const counter: DropCounter = { dropped: 0 };
  const articles = list(value['articles'], MAX_CARDS, (article) => parseSummary(article, counter), counter);
  const known = new Set(articles.map((article) => article.slug));
  const cards = list(value['cards'], MAX_CARDS, (card) => parseCard(card, counter), counter);
  return {
    cards: cards.filter((card) => known.has(card.slug)),
    articles,
    events: parseEventCards(value['events'], counter),
    ...fields<{ others: number }>(value, { others: count }, counter),
  };
}

/** A pinned article may be older than the others. */
const MAX_CARDS = TOP_SIZE + 1;

function parseCard(value: unknown, counter: DropCounter): TopCard | undefined {
  if (!isRecord(value)) return undefined;
  const {
    slug: own,
    hours,
    ...rest
  } = fields<Required<TopCard>>(
    value,
    { slug, event: slug, hours: number, sources: count, quality: percent, isPinned: yes, isMovedDown: yes },
    counter,
  );
  return own === undefined || hours === undefined ? undefined : { slug: own, hours, ...rest };
}

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

const percent = (value: unknown): number | undefined => {
  const found = count(value);
  return found !== undefined && found <= 100 ? found : undefined;
};
