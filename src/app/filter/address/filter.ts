import type { CollectionId } from '../../../model/edition.ts';
import { frontPath, providerPath, topicPath } from '../../../model/permalinks.ts';
import { isPeriod } from './period.ts';

/** A filter of a list. The address of the page contains all of it. */
export interface Filter {
  /** Slugs. A story matches a topic if it has that topic or one below it. */
  topics: string[];
  match: 'any' | 'all';
  /** Slugs of topics whose stories are excluded. */
  not: string[];
  /** A domain. */
  provider?: string;
  /** See `period.ts`. */
  period?: string;
  /** Whether only stories are listed that the reader has not read. They are left out after the others are found. */
  unread?: true;
  order: 'newest' | 'oldest';
  /** The page of the list to start at, from 1. */
  page: number;
}

/** Parses the filter from a collection and the query of its address. Invalid values are ignored. */
export function parseFilter(collection: CollectionId, search: string): Filter {
  const query = new URLSearchParams(search);
  const provider = collection.kind === 'provider' ? collection.domain : query.get('provider')?.trim().toLowerCase();
  const period = query.get('period') ?? '';
  const page = Number(query.get('page'));
  return {
    topics: unique([...(collection.kind === 'topic' ? [collection.slug] : []), ...splitList(query.get('topics'))]),
    match: query.get('match') === 'all' ? 'all' : 'any',
    not: unique(splitList(query.get('not'))),
    ...(provider ? { provider } : {}),
    ...(isPeriod(period) ? { period } : {}),
    ...(query.get('show') === 'unread' ? { unread: true } : {}),
    order: query.get('sort') === 'oldest' ? 'oldest' : 'newest',
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  };
}

/** The permalink of a filter. If only one topic or only a provider is chosen, that is below the path of its page. */
export function filterLink({ topics, match, not, provider, period, unread, order, page }: Filter): string {
  const [topic] = topics;
  const isTopic = topic !== undefined && topics.length === 1;
  const isProvider = topic === undefined && provider !== undefined;
  const query = [
    topics.length > 1 && `topics=${joinSlugs(topics)}`,
    topics.length > 1 && match === 'all' && 'match=all',
    not.length > 0 && `not=${joinSlugs(not)}`,
    provider !== undefined && !isProvider && `provider=${encodeURIComponent(provider)}`,
    period !== undefined && `period=${period}`,
    unread && 'show=unread',
    order === 'oldest' && 'sort=oldest',
    page > 1 && `page=${page}`,
  ].filter(Boolean);
  const path = isTopic ? topicPath(topic) : isProvider ? providerPath(provider) : frontPath;
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Changes a filter, and starts at its first page. */
export const changeFilter = (filter: Filter, change: Partial<Filter>): Filter => ({ ...filter, page: 1, ...change });

/** Adds a topic to one of the lists, or removes it. A topic is never in both lists. */
export function toggleTopic(filter: Filter, list: 'topics' | 'not', slug: string): Filter {
  const isChosen = filter[list].includes(slug);
  const others = (slugs: string[]): string[] => slugs.filter((each) => each !== slug);
  const rest = { topics: others(filter.topics), not: others(filter.not) };
  return changeFilter(filter, isChosen ? rest : { ...rest, [list]: [...rest[list], slug] });
}

/** Removes a part of a filter, and starts at its first page. */
export const without = (filter: Filter, key: 'provider' | 'period' | 'unread'): Filter => {
  const changed = { ...filter, page: 1 };
  delete changed[key];
  return changed;
};

const splitList = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

const unique = (slugs: string[]): string[] => [...new Set(slugs)];

/** Slugs hold no commas. */
const joinSlugs = (slugs: string[]): string => slugs.map(encodeURIComponent).join(',');
