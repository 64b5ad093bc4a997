import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Summary } from '../../model/article.ts';
import type { BuildInfo, CollectionArchivePage, CollectionHead, CollectionId, SiteInfo } from '../../model/edition.ts';
import {
  articleFile,
  BUILD_FILE,
  collectionKey,
  EDITION_FILE,
  encodePath,
  eventFile,
  headFile,
  MORE_TOP_FILE,
  pageFile,
  TOP_FILE,
  TOPICS_FILE,
} from '../../model/edition-files.ts';
import { SITE_INFO } from '../../model/page.ts';
import { fetchJson } from './fetch-json.ts';
import { parseWith } from './parse-with.ts';

/*
 * Query options for the files of the edition. The key of a query is the path of its file, so that the data embedded in
 * a pre-rendered page goes into the cache as it is.
 */

export const editionQuery = () =>
  queryOptions({
    queryKey: [EDITION_FILE],
    queryFn: ({ signal }) =>
      fetchJson(EDITION_FILE, { parse: parseWith((parsers) => parsers.parseEdition), signal, cache: 'no-cache' }),
  });

/** What every page needs of the edition. Pre-rendered pages embed it. */
export const siteQuery = () =>
  queryOptions({
    queryKey: [SITE_INFO],
    queryFn: ({ client }): Promise<SiteInfo> => client.query(editionQuery()),
  });

export const topicsQuery = () =>
  queryOptions({
    queryKey: [TOPICS_FILE],
    queryFn: ({ signal }) =>
      fetchJson(TOPICS_FILE, { parse: parseWith((parsers) => parsers.parseTopics), signal, cache: 'no-cache' }),
  });

export const topQuery = () => topFileQuery(TOP_FILE);

export const moreTopQuery = () => topFileQuery(MORE_TOP_FILE);

const topFileQuery = (file: string) =>
  queryOptions({
    queryKey: [file],
    queryFn: ({ signal }) =>
      fetchJson(file, { parse: parseWith((parsers) => parsers.parseTop), signal, cache: 'no-cache' }),
  });

export const buildQuery = () =>
  queryOptions({
    queryKey: [BUILD_FILE],
    queryFn: ({ signal }) => fetchJson(BUILD_FILE, { parse: parseBuildInfo, signal, cache: 'no-cache' }),
  });

export const fetchHead = (collection: CollectionId, signal: AbortSignal): Promise<CollectionHead> =>
  fetchJson(encodePath(headFile(collection)), {
    parse: parseWith((parsers) => parsers.parseHead),
    signal,
    cache: 'no-cache',
  });

export const headQuery = (collection: CollectionId) =>
  queryOptions({ queryKey: [headFile(collection)], queryFn: ({ signal }) => fetchHead(collection, signal) });

export const archiveQuery = (collection: CollectionId, page: number) =>
  queryOptions({
    queryKey: [pageFile(collection, page)],
    queryFn: ({ signal }) =>
      fetchJson(encodePath(pageFile(collection, page)), {
        parse: parseWith((parsers) => parsers.parseArchivePage),
        signal,
      }),
  });

/** The first part of the key of a query whose data is computed from several files. */
export const DERIVED = 'derived';

/** The articles of several archive pages, in the order of `pages`. */
export const olderQuery = (collection: CollectionId, pages: readonly number[]) =>
  queryOptions({
    queryKey: [DERIVED, collectionKey(collection), ...pages],
    queryFn: async ({ client }) => {
      const fetched = await Promise.all(pages.map((page) => client.query(archiveQuery(collection, page))));
      return fetched.flatMap(({ articles }) => articles);
    },
  });

export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: [articleFile(slug)],
    queryFn: ({ client, signal }) =>
      fetchJson(encodePath(articleFile(slug)), {
        parse: parseWith(
          ({ parseArticle }) =>
            (value) =>
              parseArticle(value, slug, findSummary(client, slug)),
        ),
        signal,
      }),
  });

export const eventQuery = (slug: string) =>
  queryOptions({
    queryKey: [eventFile(slug)],
    queryFn: ({ signal }) =>
      fetchJson(encodePath(eventFile(slug)), {
        parse: parseWith((parsers) => parsers.parseEvent),
        signal,
        cache: 'no-cache',
      }),
  });

/** The summary of an article, if the cache has a collection that contains it. */
export function findSummary(client: QueryClient, slug: string): Summary | undefined {
  const lists = client.getQueriesData<CollectionHead | CollectionArchivePage>({
    predicate: ({ queryKey }) => String(queryKey[0]).startsWith('data/feeds/'),
  });
  for (const [, list] of lists) {
    const lead = list && 'lead' in list && list.lead ? [list.lead] : [];
    const found = [...lead, ...(list?.articles ?? [])].find((article) => article.slug === slug);
    if (found) return found;
  }
  return undefined;
}

function parseBuildInfo(value: unknown): BuildInfo | undefined {
  const { builtAt } = Object(value) as Partial<BuildInfo>;
  return Number.isNaN(Date.parse(builtAt ?? '')) ? undefined : (value as BuildInfo);
}
