import { frontPath, providerPath, searchPath, topicPath } from '../../../model/addresses/permalinks.ts';
import type { CollectionId } from '../../../model/edition.ts';
import { isPrimaryLanguage } from '../../../model/text/primary-language.ts';
import { isPeriod } from './period.ts';

/** A filter of a list. The address of the page contains all of it. */
export interface Filter {
  /** What the reader searches for, on the search page. Empty if nothing yet. */
  query?: string;
  /** Slugs. A story matches a topic if it has that topic or one below it. */
  topics: string[];
  match: 'any' | 'all';
  /** Slugs of topics whose stories are excluded. */
  not: string[];
  /** A domain. */
  provider?: string;
  /** A primary language, like `de`. */
  language?: string;
  /** See `period.ts`. */
  period?: string;
  /** Whether only stories are listed that the reader has not read. They are left out after the others are found. */
  unread?: true;
  /** `best` only with a query: the best match first. */
  order: 'best' | 'newest' | 'oldest';
  /** The page of the list to start at, from 1. */
  page: number;
}

/** More than any list has. With larger numbers, positions are not exact. */
const MAX_PAGE = 9_999_999;

/** Parses the filter from a collection and the query of its address. Invalid values are ignored. */
export function parseFilter(collection: CollectionId, search: string): Filter {
  const query = new URLSearchParams(search);
  const provider = collection.kind === 'provider' ? collection.domain : query.get('provider')?.trim().toLowerCase();
  const language = query.get('lang')?.trim().toLowerCase() ?? '';
  const period = query.get('period') ?? '';
  const page = Number(query.get('page'));
  const text = query.get('q')?.trim();
  return {
    ...(text ? { query: text } : {}),
    topics: unique([...(collection.kind === 'topic' ? [collection.slug] : []), ...splitList(query.get('topics'))]),
    match: query.get('match') === 'all' ? 'all' : 'any',
    not: unique(splitList(query.get('not'))),
    ...(provider ? { provider } : {}),
    ...(isPrimaryLanguage(language) ? { language } : {}),
    ...(isPeriod(period) ? { period } : {}),
    ...(query.get('show') === 'unread' ? { unread: true } : {}),
    order: parseOrder(query.get('sort'), standardOrder(text ? { query: text } : {})),
    page: Number.isInteger(page) && page > 1 ? Math.min(page, MAX_PAGE) : 1,
  };
}

/** The order of a list whose address gives none. */
export const standardOrder = ({ query }: Pick<Filter, 'query'>): Filter['order'] =>
  query === undefined ? 'newest' : 'best';

const parseOrder = (sort: string | null, standard: Filter['order']): Filter['order'] =>
  sort === 'oldest' || sort === 'newest' ? sort : standard;

/**
 * The permalink of a filter. With a query, that is the search page. If only one topic or only a provider is chosen, it is
 * below the path of its page.
 */
export function filterLink(filter: Filter): string {
  const { query: text, topics, match, not, provider, language, period, unread, order, page } = filter;
  const [topic] = topics;
  const isSearch = text !== undefined;
  const isTopic = !isSearch && topic !== undefined && topics.length === 1;
  const isProvider = !isSearch && topic === undefined && provider !== undefined;
  const query = [
    text && `q=${encodeQuery(text)}`,
    topics.length > (isTopic ? 1 : 0) && `topics=${joinSlugs(topics)}`,
    topics.length > 1 && match === 'all' && 'match=all',
    not.length > 0 && `not=${joinSlugs(not)}`,
    provider !== undefined && !isProvider && `provider=${encodeURIComponent(provider)}`,
    language !== undefined && `lang=${language}`,
    period !== undefined && `period=${period}`,
    unread && 'show=unread',
    order !== standardOrder(filter) && `sort=${order}`,
    page > 1 && `page=${page}`,
  ].filter(Boolean);
  const path = isSearch ? searchPath : isTopic ? topicPath(topic) : isProvider ? providerPath(provider) : frontPath;
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
export const without = (filter: Filter, key: 'provider' | 'language' | 'period' | 'unread'): Filter => {
  const changed = { ...filter, page: 1 };
  delete changed[key];
  return changed;
};

/** Changes the query of a filter, and starts at its first page. An empty query is none. The standard order stays that. */
export function withQuery(filter: Filter, query: string): Filter {
  const { order } = filter;
  const changed: Filter = { ...filter, page: 1 };
  if (query === '') delete changed.query;
  else changed.query = query;
  return { ...changed, order: order === standardOrder(filter) ? standardOrder(changed) : order };
}

const splitList = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

const unique = (slugs: string[]): string[] => [...new Set(slugs)];

/** As a form encodes it. Half of a surrogate pair cannot be encoded. */
const encodeQuery = (text: string): string => new URLSearchParams({ q: text }).toString().slice('q='.length);

/** Slugs hold no commas. */
const joinSlugs = (slugs: string[]): string => slugs.map(encodeURIComponent).join(',');
