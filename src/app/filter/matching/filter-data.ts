import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { CollectionId } from '../../../model/edition.ts';
import { DAYS_FILE, encodePath, languageFile, PROVIDERS_FILE, positionsFile } from '../../../model/edition-files.ts';
import { decodePositions } from '../../../model/positions.ts';
import { FetchError, fetchJson } from '../../data/fetch-json.ts';
import { parseWith } from '../../data/parse-with.ts';
import { siteQuery, topicsQuery } from '../../data/queries.ts';
import type { SearchOutcome } from '../../search/run-search.ts';
import type { Filter } from '../address/filter.ts';
import { countStories, type FilterData } from './apply-filter.ts';
import type { Positions } from './position-sets.ts';

/* Query options for the files that filters need. As in `queries.ts`, the key of a file is its path. */

/** The positions of a collection's stories. Empty for a collection that does not exist. */
export const positionsQuery = (collection: CollectionId) =>
  positionsIn(positionsFile(collection), (client) => exists(client, collection));

/** The positions of the stories in a language. Empty if the edition does not have it. */
const languageQuery = (language: string) =>
  positionsIn(
    languageFile(language),
    async (client) => (await client.query(siteQuery())).languages?.includes(language) ?? false,
  );

/** `mustExist`: whether it is an error that there is no such file. */
const positionsIn = (file: string, mustExist: (client: QueryClient) => Promise<boolean>) =>
  queryOptions({
    queryKey: [file],
    queryFn: async ({ client, signal }): Promise<Positions> => {
      try {
        const parse = parseWith((parsers) => parsers.parsePositions);
        return decodePositions(await fetchJson(encodePath(file), { parse, signal, cache: 'no-cache' }));
      } catch (error) {
        const isMissing = error instanceof FetchError && error.reason === 'missing';
        if (isMissing && !(await mustExist(client))) return [];
        throw error;
      }
    },
  });

/** Whether the edition has a collection. */
async function exists(client: QueryClient, collection: CollectionId): Promise<boolean> {
  if (collection.kind === 'topic')
    return (await client.query(topicsQuery())).some(({ slug }) => slug === collection.slug);
  if (collection.kind === 'provider')
    return (await client.query(providersQuery())).some(({ domain }) => domain === collection.domain);
  return true;
}

export const daysQuery = () =>
  queryOptions({
    queryKey: [DAYS_FILE],
    queryFn: ({ signal }) =>
      fetchJson(DAYS_FILE, { parse: parseWith((parsers) => parsers.parseDays), signal, cache: 'no-cache' }),
  });

export const providersQuery = () =>
  queryOptions({
    queryKey: [PROVIDERS_FILE],
    queryFn: ({ signal }) =>
      fetchJson(PROVIDERS_FILE, { parse: parseWith((parsers) => parsers.parseProviders), signal, cache: 'no-cache' }),
  });

/** The result of a filter. */
export interface Matches {
  /** Of all matches, in the order of the filter. */
  positions: Positions;
  /** The data for this filter. It is enough for other filters with the same topics, provider and language. */
  filterData: FilterData;
  /** With a query only: how it was searched. */
  search?: SearchOutcome;
}

/** `needsDays`: also if the filter itself does not need them. */
export async function fetchFilterData(
  client: QueryClient,
  filter: Filter,
  // Without a topic or a provider, the summaries are those of all articles, whose number the days give.
  needsDays = filter.period !== undefined || (filter.topics.length === 0 && filter.provider === undefined),
): Promise<FilterData> {
  const { topics, not, provider, language } = filter;
  const collections: CollectionId[] = [
    ...[...topics, ...not].map((slug) => ({ kind: 'topic', slug }) as const),
    ...(provider === undefined ? [] : [{ kind: 'provider', domain: provider } as const]),
  ];
  const [days, inLanguage, ...lists] = await Promise.all([
    needsDays ? client.query(daysQuery()) : [],
    language === undefined ? [] : client.query(languageQuery(language)),
    ...collections.map((collection) => client.query(positionsQuery(collection))),
  ]);
  const known = new Map(collections.map((collection, index) => [positionsFile(collection), lists[index] ?? []]));
  return {
    topic: (slug) => known.get(positionsFile({ kind: 'topic', slug })) ?? [],
    provider: (domain) => known.get(positionsFile({ kind: 'provider', domain })) ?? [],
    language: (requested) => (requested === language ? inLanguage : []),
    days,
    total: countStories(days),
  };
}
