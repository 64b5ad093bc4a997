import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Summary } from '../../../model/article.ts';
import type { CollectionArchivePage, CollectionHead } from '../../../model/edition.ts';
import { positionsFile } from '../../../model/edition-files.ts';
import { FetchError } from '../../data/fetch-json.ts';
import { archiveQuery, DERIVED, headQuery } from '../../data/queries.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { type Filter, filterLink } from '../address/filter.ts';
import { applyFilter } from './apply-filter.ts';
import { fetchFilterData, type Matches, positionsQuery } from './filter-data.ts';
import { locateSummaries, type SummaryLocation } from './locate-summaries.ts';
import { keepMatching } from './matches-filter.ts';
import { intersect } from './position-sets.ts';

/* Query options for the results of filters. Those for the files that they need are in `filter-data.ts`. */

export const matchesQuery = (filter: Filter) =>
  queryOptions({
    queryKey: [DERIVED, 'matches', filterLink({ ...filter, page: 1 })],
    queryFn: async ({ client }): Promise<Matches> => {
      if (filter.query !== undefined) {
        const { searchStories } = await import('./search-stories.ts');
        return searchStories(client, filter);
      }
      const filterData = await fetchFilterData(client, filter);
      const positions = applyFilter(filter, filterData);
      return { filterData, positions: filter.order === 'newest' ? positions.toReversed() : positions };
    },
  });

/** The number of stories that match a filter, and how many would match with each one of these topics added. */
export const facetCountsQuery = (filter: Filter, slugs: readonly string[]) =>
  queryOptions({
    queryKey: [DERIVED, 'facets', filterLink({ ...filter, page: 1 }), ...slugs],
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
  /** Why some stories are missing. */
  error?: Error;
}

/** The stories of the matches `from` to before `to`. */
export const storiesQuery = (filter: Filter, from: number, to: number) =>
  queryOptions({
    queryKey: [DERIVED, 'stories', filterLink(filter), from, to],
    queryFn: async ({ client }): Promise<MatchingStories> => {
      const { positions, filterData } = await client.query(matchesQuery(filter));
      const locations = locateSummaries(positions.slice(from, to), filter, filterData);
      const { summaries, error } = await fetchSummaries(client, locations);
      const matching = await keepMatching(client, filter, summaries);
      const failed = error ?? (matching.length < summaries.length ? new FetchError('outdated', '') : undefined);
      return { link: filterLink(filter), articles: uniqueBySlug(matching), ...(failed && { error: failed }) };
    },
  });

interface FetchedSummaries {
  /** In the order of the locations. Some are left out if a list is of another edition. */
  summaries: Summary[];
  /** The number of summaries whose list could not be fetched. */
  missing: number;
  /** Why the first of these lists could not be fetched. */
  error?: Error;
}

/** Fetches the summaries at these locations. Rejects if no list can be fetched. */
export async function fetchSummaries(
  client: QueryClient,
  locations: readonly SummaryLocation[],
): Promise<FetchedSummaries> {
  const files = new Map(locations.map((location) => [fileOf(location), location]));
  const settled = await Promise.allSettled([...files.values()].map((location) => fetchList(client, location)));
  const lists = new Map([...files.keys()].map((file, index) => [file, settled[index]]));
  const failed = settled.filter((list) => list.status === 'rejected');
  const [first] = failed;
  if (!first) return { summaries: summariesIn(lists, locations), missing: 0 };
  if (failed.length === settled.length) throw first.reason;
  const missing = locations.filter((location) => lists.get(fileOf(location))?.status === 'rejected').length;
  return { summaries: summariesIn(lists, locations), missing, error: first.reason as Error };
}

type List = CollectionHead | CollectionArchivePage;

const summariesIn = (
  lists: ReadonlyMap<string, PromiseSettledResult<List> | undefined>,
  locations: readonly SummaryLocation[],
): Summary[] =>
  locations.flatMap((location) => {
    const list = lists.get(fileOf(location));
    return list?.status === 'fulfilled' ? (summaryAt(location, list.value) ?? []) : [];
  });

export const uniqueBySlug = (summaries: readonly Summary[]): Summary[] => [
  ...new Map(summaries.map((summary) => [summary.slug, summary])).values(),
];

const fetchList = (client: QueryClient, { collection, page }: SummaryLocation): Promise<List> =>
  page === undefined ? client.query(headQuery(collection)) : client.query(archiveQuery(collection, page));

const fileOf = ({ collection, page = 0 }: SummaryLocation): string => `${positionsFile(collection)} ${page}`;

/** The summary at a location; `undefined` if the list is of another edition. */
function summaryAt({ index, page }: SummaryLocation, list: List): Summary | undefined {
  const slots = list.slots ?? list.articles;
  if (page !== undefined) return slots.at(-1 - (index % slots.length)) ?? undefined;
  return 'total' in list ? (slots[list.total - 1 - index] ?? undefined) : undefined;
}
