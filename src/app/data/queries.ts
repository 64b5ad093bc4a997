import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Article, Summary } from '../../model/article.ts';
import {
  type BuildInfo,
  type CollectionArchivePage,
  type CollectionHead,
  type CollectionId,
  type CollectionArchivePage,
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
 * Each file of the edition that the app fetches, as query options. A query's key is the file's path, so that what a
 * pre-rendered page carries can be put in the cache as it is.
 */

export const editionQuery = () =>
  queryOptions({
    queryKey: [EDITION_FILE],
    queryFn: ({ signal }) => fetchJson(EDITION_FILE, { isValid: isEdition, signal, isFresh: true }),
  });

/** What every page shows of the edition. A page that was pre-rendered brings it along. */
export const siteQuery = () =>
  queryOptions({
    queryKey: [SITE_INFO],
    queryFn: ({ client }): Promise<SiteInfo> => client.query(editionQuery()),
  });

export const topicsQuery = () =>
  queryOptions({
    queryKey: [TOPICS_FILE],
    queryFn: ({ signal }) => fetchJson(TOPICS_FILE, { isValid: isTopics, signal, isFresh: true }),
  });

export const buildQuery = () =>
  queryOptions({
    queryKey: [BUILD_FILE],
    queryFn: ({ signal }) => fetchJson(BUILD_FILE, { isValid: isBuildInfo, signal, isFresh: true }),
  });

export const fetchHead = (collection: CollectionId, signal: AbortSignal): Promise<CollectionHead> =>
  fetchJson(encodePath(headFile(collection)), { isValid: isCollectionHead, signal, isFresh: true });

export const headQuery = (collection: CollectionId) =>
  queryOptions({ queryKey: [headFile(collection)], queryFn: ({ signal }) => fetchHead(collection, signal) });

export const archiveQuery = (collection: CollectionId, page: number) =>
  queryOptions({
    queryKey: [pageFile(collection, page)],
    queryFn: ({ signal }) => fetchJson(encodePath(pageFile(collection, page)), { isValid: isArchivePage, signal }),
  });

/** The first part of the key of what is made of several files. */
export const DERIVED = 'derived';

/** The articles of pages of a feed's archive, in the order of `pages`. */
export const olderQuery = (collection: CollectionId, pages: readonly number[]) =>
  queryOptions({
    queryKey: [DERIVED, collectionKey(collection), ...pages],
    // Each page is fetched again by itself.
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

/** The summary of an article, where a feed that was shown before holds it. */
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
 * The pipeline has checked the content; here it is only asked whether this is the file we meant. A host may answer
 * with a page of its own, or a proxy with half of a file.
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
