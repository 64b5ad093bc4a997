import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Summary } from '../../../model/article.ts';
import { bodyText } from '../../../model/search/body-text.ts';
import { articleQuery, DERIVED } from '../../data/queries.ts';
import { StaleIndexError } from '../../search/index/index-source.ts';
import { forgetIndex, manifestQuery } from '../../search/index/site-index.ts';
import { createStoryTest } from '../../search/matching/story-test.ts';
import type { SearchOutcome } from '../../search/run-search.ts';
import { type Filter, filterLink } from '../address/filter.ts';
import type { Matches } from './filter-data.ts';
import { fetchSummaries, matchesQuery, uniqueBySlug } from './filter-queries.ts';
import { locateSummaries } from './locate-summaries.ts';

/** The stories of a part of the results of a search. */
export interface SearchedStories {
  /** The permalink of the filter. */
  link: string;
  articles: Summary[];
  /** The number of all results. `undefined` while it is not known how many of the other stories match. */
  total: number | undefined;
  /** How many of these stories, or their bodies if these are searched, could not be fetched. */
  missing: number;
  /** Whether more stories may follow. */
  hasMore: boolean;
}

/** The results `from` to before `to`. Stories of which the index cannot tell whether they match are tested. */
export const searchedStoriesQuery = (filter: Filter, from: number, to: number) =>
  queryOptions({
    queryKey: [DERIVED, 'searched', filterLink(filter), from, to],
    queryFn: async ({ client }): Promise<SearchedStories> => {
      try {
        return await collectStories({ client, filter, from, to, acceptsStale: false });
      } catch (error) {
        if (!(error instanceof StaleIndexError)) throw error;
        // Lists and index are of two editions.
        forgetIndex(client);
        client.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => isList(queryKey[0]) });
        await client.query({ ...matchesQuery(filter), staleTime: 0 });
        return collectStories({ client, filter, from, to, acceptsStale: true });
      }
    },
  });

const isList = (key: unknown): boolean => String(key).startsWith('data/feeds/');

interface CollectInput {
  client: QueryClient;
  filter: Filter;
  from: number;
  to: number;
  /** Whether stories that do not match, although the index says so, are left out. Otherwise they are an error. */
  acceptsStale: boolean;
}

/** How many stories are tested at most for each ten results. */
const MAX_TESTED = 400;
/** How many are tested at once, after the first ones. */
const BATCH = 40;

async function collectStories({ client, filter, from, to, acceptsStale }: CollectInput): Promise<SearchedStories> {
  const matches = await client.query(matchesQuery(filter));
  const { positions, search } = matches;
  const test = search && (await createTest(client, search));
  const isExact = search?.isExact ?? true;
  const link = filterLink(filter);
  const found: Summary[] = [];
  let missing = 0;
  let next = isExact ? Math.min(from, positions.length) : 0;
  const last = isExact ? to : MAX_TESTED * Math.ceil(to / 10);
  while (next < positions.length && next < last && (isExact || found.length < to)) {
    const end = Math.min(positions.length, isExact || next === 0 ? to : next + BATCH);
    const { summaries, missing: failed } = await summariesAt(client, filter, matches, next, end);
    const holds = await Promise.all(summaries.map(async (summary) => test === undefined || test(summary)));
    if (isExact && !acceptsStale && holds.includes(false)) throw new StaleIndexError(link);
    found.push(...summaries.filter((_, index) => holds[index]));
    missing += failed + holds.filter((each) => each === undefined).length;
    next = end;
  }
  const isTested = next >= positions.length;
  const tested = isExact ? positions.length : found.length;
  return {
    link,
    articles: uniqueBySlug(isExact ? found : found.slice(from, to)),
    total: isExact || isTested ? tested : undefined,
    missing,
    hasMore: !isTested || found.length > to,
  };
}

const summariesAt = (client: QueryClient, filter: Filter, matches: Matches, from: number, to: number) =>
  fetchSummaries(client, locateSummaries(matches.positions.slice(from, to), filter, matches.filterData));

type StoryTest = (story: Summary) => boolean | Promise<boolean | undefined>;

/**
 * Tests the text of a story. Its body is fetched only if it is searched, and the rest does not match. `undefined` if the
 * body cannot be fetched.
 */
async function createTest(client: QueryClient, search: SearchOutcome): Promise<StoryTest | undefined> {
  const { hasBodies } = await client.query(manifestQuery());
  const test = createStoryTest(search);
  if (!hasBodies) return test;
  if (search.isExact) return undefined;
  return async (story) => {
    if (search.excluded.length === 0 && test(story)) return true;
    const article = await client.query(articleQuery(story.slug)).catch(() => undefined);
    return article && test(story, bodyText(article.body));
  };
}
