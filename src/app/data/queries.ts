import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Article, Summary } from '../../model/article.ts';
import {
  type BuildInfo,
  type CollectionArchivePage,
  type CollectionHead,
  type CollectionId,
  EDITION_FORMAT,
  type Edition,
  type SiteInfo,
} from '../../model/edition.ts';
import {
  articleFile,
  BUILD_FILE,
  collectionKey,
  EDITION_FILE,
  encodePath,
  headFile,
  pageFile,
  TOPICS_FILE,
} from '../../model/edition-files.ts';
import { SITE_INFO } from '../../model/page.ts';
import type { TopicEntry } from '../../model/topic.ts';
import { fetchJson } from './fetch-json.ts';

/*
 * Query options for the files of the edition. The key of a query is the path of its file, so that the data embedded in
 * a pre-rendered page goes into the cache as it is.
 */

export const editionQuery = () =>
  queryOptions({
    queryKey: [EDITION_FILE],
    queryFn: ({ signal }) => fetchJson(EDITION_FILE, { isValid: isEdition, signal, noCache: true }),
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
    queryFn: ({ signal }) => fetchJson(TOPICS_FILE, { isValid: isTopics, signal, noCache: true }),
  });

export const buildQuery = () =>
  queryOptions({
    queryKey: [BUILD_FILE],
    queryFn: ({ signal }) => fetchJson(BUILD_FILE, { isValid: isBuildInfo, signal, noCache: true }),
  });

export const fetchHead = (collection: CollectionId, signal: AbortSignal): Promise<CollectionHead> =>
  fetchJson(encodePath(headFile(collection)), { isValid: isCollectionHead, signal, noCache: true });

export const headQuery = (collection: CollectionId) =>
  queryOptions({ queryKey: [headFile(collection)], queryFn: ({ signal }) => fetchHead(collection, signal) });

export const archiveQuery = (collection: CollectionId, page: number) =>
  queryOptions({
    queryKey: [pageFile(collection, page)],
    queryFn: ({ signal }) => fetchJson(encodePath(pageFile(collection, page)), { isValid: isArchivePage, signal }),
  });

/** The first part of the key of a query whose data is computed from several files. */
export const DERIVED = 'derived';

/** The articles of several archive pages, in the order of `pages`. */
export const olderQuery = (collection: CollectionId, pages: readonly number[]) =>
  queryOptions({
    queryKey: [DERIVED, collectionKey(collection), ...pages],
    // The query of each page has its own retries.
    retry: false,
    queryFn: async ({ client }) => {
      const fetched = await Promise.all(pages.map((page) => client.query(archiveQuery(collection, page))));
      return fetched.flatMap(({ articles }) => articles);
    },
  });

export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: [articleFile(slug)],
    queryFn: ({ signal }) => fetchJson(encodePath(articleFile(slug)), { isValid: isArticle, signal }),
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

/*
 * The pipeline has validated the content. These checks only find out whether a response is the expected file: a host
 * may answer with an HTML page, and a proxy with half of the file.
 */

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isEdition = (value: unknown): value is Edition =>
  isRecord(value) &&
  value.format === EDITION_FORMAT &&
  isRecord(value.site) &&
  typeof value.total === 'number' &&
  Array.isArray(value.topics);

const isArchivePage = (value: unknown): value is CollectionArchivePage =>
  isRecord(value) && typeof value.page === 'number' && isSummaries(value.articles);

const isCollectionHead = (value: unknown): value is CollectionHead =>
  isRecord(value) && typeof value.total === 'number' && typeof value.pages === 'number' && isSummaries(value.articles);

const isArticle = (value: unknown): value is Article =>
  isRecord(value) && typeof value.slug === 'string' && typeof value.title === 'string' && Array.isArray(value.related);

const isTopics = (value: unknown): value is TopicEntry[] => Array.isArray(value);

const isBuildInfo = (value: unknown): value is BuildInfo => isRecord(value) && typeof value.builtAt === 'string';

const isSummaries = (value: unknown): value is Summary[] =>
  Array.isArray(value) && value.every((item) => isRecord(item) && typeof item.slug === 'string');
