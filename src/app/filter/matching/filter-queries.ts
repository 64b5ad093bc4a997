import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Summary } from '../../../model/article.ts';
import type {
  CollectionArchivePage,
  CollectionHead,
  CollectionId,
  CollectionPositions,
  DayRun,
} from '../../../model/edition.ts';
import { DAYS_FILE, encodePath, PROVIDERS_FILE, positionsFile } from '../../../model/edition-files.ts';
import type { ProviderEntry } from '../../../model/provider.ts';
import { FetchError, fetchJson } from '../../data/fetch-json.ts';
import { archiveQuery, DERIVED, headQuery } from '../../data/queries.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { type Filter, filterLink } from '../address/filter.ts';
import { applyFilter, type FilterData } from './apply-filter.ts';
import { locateSummaries, type SummaryLocation } from './locate-summaries.ts';
import { decodePositions, intersect, type Positions } from './position-sets.ts';

/*
 * Query options for the files that filters need, and for their results. As in `queries.ts`, the key of a file is its
 * path.
 */

/** The positions of a collection's stories. Empty for a collection that does not exist. */
const positionsQuery = (collection: CollectionId) =>
  queryOptions({
    queryKey: [positionsFile(collection)],
    queryFn: async ({ signal }): Promise<Positions> => {
      try {
        const path = encodePath(positionsFile(collection));
        return decodePositions(await fetchJson(path, { isValid: isPositions, signal, noCache: true }));
      } catch (error) {
        if (error instanceof FetchError && error.reason === 'missing') return [];
        throw error;
      }
    },
  });

export const daysQuery = () =>
  queryOptions({
    queryKey: [DAYS_FILE],
    queryFn: ({ signal }) => fetchJson(DAYS_FILE, { isValid: isDays, signal, noCache: true }),
  });

export const providersQuery = () =>
  queryOptions({
    queryKey: [PROVIDERS_FILE],
    queryFn: ({ signal }) => fetchJson(PROVIDERS_FILE, { isValid: isProviders, signal, noCache: true }),
  });

/** The result of a filter. */
export interface Matches {
  /** Of all matches, in the order of the filter. */
  positions: Positions;
  /** The data for this filter. It is enough for other filters with the same topics and provider. */
  filterData: FilterData;
}

export const matchesQuery = (filter: Filter) =>
  queryOptions({
    queryKey: [DERIVED, 'matches', filterLink({ ...filter, page: 1 })],
    // The queries for its files have their own retries.
    retry: false,
    queryFn: async ({ client }): Promise<Matches> => {
      const filterData = await fetchFilterData(client, filter);
      const positions = applyFilter(filter, filterData);
      return { filterData, positions: filter.order === 'newest' ? positions.toReversed() : positions };
    },
  });

/** The number of stories that match a filter, and how many would match with each one of these topics added. */
export const facetCountsQuery = (filter: Filter, slugs: readonly string[]) =>
  queryOptions({
    queryKey: [DERIVED, 'facets', filterLink({ ...filter, page: 1 }), ...slugs],
    retry: false,
    queryFn: async ({ client }) => {
      // Dozens of requests take time to start.
      await new Promise<void>(afterPaint);
      const { positions } = await client.query(matchesQuery({ ...filter, order: 'oldest' }));
      const lists = await Promise.all(slugs.map((slug) => client.query(positionsQuery({ kind: 'topic', slug }))));
      const counts = new Map(slugs.map((slug, index) => [slug, intersect(positions, lists[index] ?? []).length]));
      return { total: positions.length, counts };
    },
  });

/** The stories of a part of the matches. */
export interface MatchingStories {
  /** The permalink of the filter. */
  link: string;
  articles: Summary[];
}

/** The stories of the matches `from` to before `to`. */
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
      const summaries = locations.flatMap((location) => summaryAt(location, lists.get(fileOf(location))) ?? []);
      const articles = [...new Map(summaries.map((summary) => [summary.slug, summary])).values()];
      return { link: filterLink(filter), articles };
    },
  });

async function fetchFilterData(client: QueryClient, filter: Filter): Promise<FilterData> {
  const { topics, not, provider, period } = filter;
  const collections: CollectionId[] = [
    ...[...topics, ...not].map((slug) => ({ kind: 'topic', slug }) as const),
    ...(provider === undefined ? [] : [{ kind: 'provider', domain: provider } as const]),
  ];
  const needsDays = period !== undefined || (topics.length === 0 && provider === undefined);
  const [days, ...lists] = await Promise.all([
    needsDays ? client.query(daysQuery()) : [],
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

/** The summary at a location; `undefined` if the list is of another edition. */
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
