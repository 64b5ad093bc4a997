import type { CollectionId } from '../../../model/edition.ts';
import { frontPath, providerPath, topicPath } from '../../../model/permalinks.ts';
import { isPeriod } from './period.ts';

/** What a reader asks of the paper. Its address says all of it. */
export interface Filter {
  /** Slugs. A story matches a topic when it names it or one below it. */
  topics: string[];
  match: 'any' | 'all';
  /** Slugs of topics whose stories are left out. */
  not: string[];
  /** A domain. */
  provider?: string;
  /** See `period.ts`. */
  period?: string;
  order: 'newest' | 'oldest';
  /** Where in a long list to begin, in pages of 30, from 1. */
  page: number;
}

/** Reads the filter of a feed's address and its query. What is no filter is passed over. */
export function parseFilter(collection: CollectionId, search: string): Filter {
  const query = new URLSearchParams(search);
  const provider = collection.kind === 'provider' ? collection.domain : query.get('provider')?.trim().toLowerCase();
  const period = query.get('period') ?? '';
  const page = Number(query.get('page'));
  return {
    topics: unique([...(collection.kind === 'topic' ? [collection.slug] : []), ...listOf(query.get('topics'))]),
    match: query.get('match') === 'all' ? 'all' : 'any',
    not: unique(listOf(query.get('not'))),
    ...(provider ? { provider } : {}),
    ...(isPeriod(period) ? { period } : {}),
    order: query.get('sort') === 'oldest' ? 'oldest' : 'newest',
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  };
}

/** The permalink of a filter. What is the feed of one topic or of one provider has that feed's address. */
export function filterLink({ topics, match, not, provider, period, order, page }: Filter): string {
  const [topic] = topics;
  const isTopic = topic !== undefined && topics.length === 1;
  const isProvider = topic === undefined && provider !== undefined;
  const query = [
    topics.length > 1 && `topics=${slugList(topics)}`,
    topics.length > 1 && match === 'all' && 'match=all',
    not.length > 0 && `not=${slugList(not)}`,
    provider !== undefined && !isProvider && `provider=${encodeURIComponent(provider)}`,
    period !== undefined && `period=${period}`,
    order === 'oldest' && 'sort=oldest',
    page > 1 && `page=${page}`,
  ].filter(Boolean);
  const path = isTopic ? topicPath(topic) : isProvider ? providerPath(provider) : frontPath;
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** A filter that is changed, from its beginning. */
export const changeFilter = (filter: Filter, change: Partial<Filter>): Filter => ({ ...filter, page: 1, ...change });

/** A filter with a topic that was not chosen, or without one that was. A topic is asked for or left out, not both. */
export function toggleTopic(filter: Filter, list: 'topics' | 'not', slug: string): Filter {
  const isChosen = filter[list].includes(slug);
  const others = (slugs: string[]): string[] => slugs.filter((each) => each !== slug);
  const bare = { topics: others(filter.topics), not: others(filter.not) };
  return changeFilter(filter, isChosen ? bare : { ...bare, [list]: [...bare[list], slug] });
}

export const without = (filter: Filter, key: 'provider' | 'period'): Filter => {
  const rest = { ...filter, page: 1 };
  delete rest[key];
  return rest;
};

const listOf = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

const unique = (slugs: string[]): string[] => [...new Set(slugs)];

/** Slugs hold no commas. */
const slugList = (slugs: string[]): string => slugs.map(encodeURIComponent).join(',');
