import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Summary } from '../../../model/article.ts';
import type {
  CollectionHead,
  CollectionId,
  CollectionArchivePage,
  CollectionPositions,
  DayRun,
} from '../../../model/edition.ts';
import { DAYS_FILE, encodePath, PROVIDERS_FILE, positionsFile } from '../../../model/edition-files.ts';
import type { ProviderEntry } from '../../../model/provider.ts';
import { FetchError, fetchJson } from '../../data/fetch-json.ts';
import { archiveQuery, DERIVED, headQuery } from '../../data/queries.ts';
import { type Filter, filterLink } from '../address/filter.ts';
import { applyFilter, type FilterData } from './apply-filter.ts';
import { locateSummaries, type SummaryLocation } from './locate-summaries.ts';
import { decodePositions, intersect, type Positions } from './position-sets.ts';

/* What filters need of the edition, and what they come to, as query options. As in `queries.ts` a file's key is its path. */

/** The places of a feed's stories. A feed that is not there has none. */
const positionsQuery = (collection: CollectionId) =>
  queryOptions({
    queryKey: [positionsFile(collection)],
    queryFn: async ({ signal }): Promise<Positions> => {
      try {
        const path = encodePath(positionsFile(collection));
        return decodePositions(await fetchJson(path, { isValid: isPositions, signal, isFresh: true }));
      } catch (error) {
        if (error instanceof FetchError && error.reason === 'missing') return [];
        throw error;
      }
    },
  });

export const daysQuery = () =>
  queryOptions({
    queryKey: [DAYS_FILE],
    queryFn: ({ signal }) => fetchJson(DAYS_FILE, { isValid: isDays, signal, isFresh: true }),
  });

export const providersQuery = () =>
  queryOptions({
    queryKey: [PROVIDERS_FILE],
    queryFn: ({ signal }) => fetchJson(PROVIDERS_FILE, { isValid: isProviders, signal, isFresh: true }),
  });

/** What a filter comes to. */
export interface Matches {
  /** All of them, in the order asked for. */
  positions: Positions;
  /** What answers this filter, and others of the same topics and provider. */
  filterData: FilterData;
}

export const matchesQuery = (filter: Filter) =>
  queryOptions({
    queryKey: [DERIVED, 'matches', filterLink({ ...filter, page: 1 })],
    // What it is made of is fetched again by itself.
    retry: false,
    queryFn: async ({ client }): Promise<Matches> => {
      const filterData = await fetchFilterData(client, filter);
      const positions = applyFilter(filter, filterData);
      return { filterData, positions: filter.order === 'newest' ? positions.toReversed() : positions };
    },
  });

/** How many stories match a filter, and how many would with each of these topics besides. */
export const remainingQuery = (filter: Filter, slugs: readonly string[]) =>
  queryOptions({
    queryKey: [DERIVED, 'remaining', filterLink({ ...filter, page: 1 }), ...slugs],
    retry: false,
    queryFn: async ({ client }) => {
      const { positions } = await client.query(matchesQuery({ ...filter, order: 'oldest' }));
      const lists = await Promise.all(slugs.map((slug) => client.query(positionsQuery({ kind: 'topic', slug }))));
      const counts = new Map(slugs.map((slug, index) => [slug, intersect(positions, lists[index] ?? []).length]));
      return { total: positions.length, counts };
    },
  });

/** Some of a filter's matches as stories. */
export interface MatchingStories {
  /** The permalink of the filter. */
  link: string;
  articles: Summary[];
}

/** The stories of a filter's matches, from one match to the one before another. */
export const storiesQuery = (filter: Filter, from: number, to: number) =>
  queryOptions({
    queryKey: [DERIVED, 'stories', filterLink(filter), from, to],
    retry: false,
    queryFn: async ({ client }): Promise<MatchingStories> => {
      const { positions, filterData } = await client.query(matchesQuery(filter));
      const locations = locateSummaries(positions.slice(from, to), filter, filterData);
      const files = new Map(locations.map((location) => [fileOf(location), location]));
      const lists = new Map(
        await Promise.all(
          [...files].map(async ([file, location]) => [file, await fetchList(client, location)] as const),
        ),
      );
      const found = locations.flatMap((location) => summaryAt(location, lists.get(fileOf(location))) ?? []);
      const articles = [...new Map(found.map((summary) => [summary.slug, summary])).values()];
      return { link: filterLink(filter), articles };
    },
  });

async function fetchFilterData(client: QueryClient, filter: Filter): Promise<FilterData> {
  const { topics, not, provider, period } = filter;
  const collections: CollectionId[] = [
    ...[...topics, ...not].map((slug) => ({ kind: 'topic', slug }) as const),
    ...(provider === undefined ? [] : [{ kind: 'provider', domain: provider } as const]),
  ];
  const wantsDays = period !== undefined || (topics.length === 0 && provider === undefined);
  const [days, ...lists] = await Promise.all([
    wantsDays ? client.query(daysQuery()) : [],
    ...collections.map((collection) => client.query(positionsQuery(collection))),
  ]);
  const known = new Map(collections.map((collection, index) => [positionsFile(collection), lists[index] ?? []]));
  return {
    topic: (slug) => known.get(positionsFile({ kind: 'topic', slug })) ?? [],
    provider: (domain) => known.get(positionsFile({ kind: 'provider', domain })) ?? [],
    days,
  };
}

const fetchList = (
  client: QueryClient,
  { collection, page }: SummaryLocation,
): Promise<CollectionHead | CollectionArchivePage> =>
  page === undefined ? client.query(headQuery(collection)) : client.query(archiveQuery(collection, page));

const fileOf = ({ collection, page = 0 }: SummaryLocation): string => `${positionsFile(collection)} ${page}`;

/** The summary at a spot; `undefined` where the list is of another edition. */
function summaryAt(
  { index, page }: SummaryLocation,
  list: CollectionHead | CollectionArchivePage | undefined,
): Summary | undefined {
  if (!list) return undefined;
  const { articles } = list;
  if (page !== undefined) return articles.at(-1 - (index % articles.length));
  return 'total' in list ? articles[list.total - 1 - index] : undefined;
}

const isPositions = (value: unknown): value is CollectionPositions =>
  Array.isArray(value) && value.every((item) => Number.isSafeInteger(item));

const isDays = (value: unknown): value is DayRun[] =>
  Array.isArray(value) &&
  value.every((run) => Array.isArray(run) && typeof run[0] === 'string' && Number.isSafeInteger(run[1]));

const isProviders = (value: unknown): value is ProviderEntry[] =>
  Array.isArray(value) && value.every((item: unknown) => typeof item === 'object' && item !== null && 'domain' in item);
