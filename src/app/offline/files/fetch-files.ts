import type { Summary } from '../../../model/article.ts';
import type {
  CollectionArchivePage,
  CollectionHead,
  CollectionId,
  CollectionPositions,
} from '../../../model/edition.ts';
import { articleFile, DAYS_FILE, encodePath, headFile, pageFile, positionsFile } from '../../../model/edition-files.ts';
import {
  type ArticlePack,
  PACKS_FILE,
  PACKS_FORMAT,
  type PackList,
  packFile,
  type SearchPack,
  searchPackFile,
} from '../../../model/offline/packs.ts';
import {
  SEARCH_MANIFEST_FILE,
  type SearchManifest,
  type SegmentRange,
  versionedFile,
} from '../../../model/search/search-index.ts';
import { FetchError, fetchJson } from '../../data/fetch-json.ts';
import { parseWith } from '../../data/parse-with.ts';

/*
 * Fetches what is kept for offline. Always from the host, and not from what the service worker has. Files are stored as the
 * host has sent them: their parts are checked when they are shown.
 */

/** A pack has 400 KB: on a slow line that takes minutes. */
const TIMEOUT_MS = 5 * 60_000;

type Parse<T> = (value: unknown) => T | undefined | Promise<T | undefined>;

const fetchFile = <T>(path: string, parse: Parse<T>, signal: AbortSignal): Promise<T> =>
  fetchAddress(encodePath(path), parse, signal);

const fetchAddress = <T>(address: string, parse: Parse<T>, signal: AbortSignal): Promise<T> =>
  fetchJson(address, { parse, signal, cache: 'no-store', timeoutMs: TIMEOUT_MS });

/**
 * Fetches a pack. The version is in its address, because a host may have the one before in a cache. Rejects with the reason
 * `missing` if the pack is of another edition than the list.
 */
async function fetchVersion<T extends { version: string }>(
  path: string,
  version: string,
  parse: Parse<T>,
  signal: AbortSignal,
): Promise<T> {
  const pack = await fetchAddress(versionedFile(encodePath(path), { version }), parse, signal);
  if (pack.version !== version) throw new FetchError('missing', path);
  return pack;
}

/** Files that were fetched to tell the size of what will be kept, and when. */
const recent = new Map<string, { file: unknown; at: number }>();
const RECENT_MS = 60_000;

/** Fetches a file, unless that was done in the last minute. */
async function fetchRecent<T>(path: string, parse: Parse<T>, signal: AbortSignal): Promise<T> {
  const known = recent.get(path);
  if (known && Math.abs(Date.now() - known.at) < RECENT_MS) return known.file as T;
  const file = await fetchFile(path, parse, signal);
  recent.set(path, { file, at: Date.now() });
  return file;
}

/** The next files are fetched: the host has another edition. */
export const forgetRecent = (): void => recent.clear();

/** The list of packs. Rejects with the reason `missing` if the paper offers none. */
export const fetchPackList = (signal: AbortSignal): Promise<PackList> => fetchRecent(PACKS_FILE, asPackList, signal);

function asPackList(value: unknown): PackList | undefined {
  const { format, total, packs, search } = Object(value) as Partial<PackList>;
  const isList =
    format === PACKS_FORMAT && Number.isSafeInteger(total) && Array.isArray(packs) && Array.isArray(search);
  return isList ? (value as PackList) : undefined;
}

export const fetchDays = (signal: AbortSignal) =>
  fetchRecent(
    DAYS_FILE,
    parseWith(({ parseDays }) => parseDays),
    signal,
  );

export const fetchHead = (collection: CollectionId, signal: AbortSignal): Promise<CollectionHead> =>
  fetchFile(
    headFile(collection),
    parseWith(
      ({ parseHead }) =>
        (value) =>
          parseHead(value) ? (value as CollectionHead) : undefined,
    ),
    signal,
  );

export const fetchPositions = (collection: CollectionId, signal: AbortSignal): Promise<CollectionPositions> =>
  fetchRecent(
    positionsFile(collection),
    parseWith(({ parsePositions }) => parsePositions),
    signal,
  );

export const fetchPage = (
  collection: CollectionId,
  page: number,
  signal: AbortSignal,
): Promise<CollectionArchivePage> =>
  fetchFile(
    pageFile(collection, page),
    (value) => {
      const { articles } = Object(value) as Partial<CollectionArchivePage>;
      return articles?.every(hasSlug) ? (value as CollectionArchivePage) : undefined;
    },
    signal,
  );

const hasSlug = (value: unknown): value is { slug: string } =>
  typeof (Object(value) as Partial<Summary>).slug === 'string';

/** Any value: the article is checked when it is shown. */
export const fetchArticle = (slug: string, signal: AbortSignal): Promise<unknown> =>
  fetchFile(articleFile(slug), (value) => (hasSlug(value) ? value : undefined), signal);

/** A part of the front page in the order of points, or an event, by its path. `undefined` if there is none. */
export async function fetchIfOffered(path: string, signal: AbortSignal): Promise<unknown> {
  try {
    return await fetchFile(path, asObject, signal);
  } catch (error) {
    if (error instanceof FetchError && error.reason === 'missing') return undefined;
    throw error;
  }
}

const asObject = (value: unknown): object | undefined => (typeof value === 'object' && value ? value : undefined);

/** Rejects with the reason `missing` if the pack is of another edition. */
export const fetchPack = (number: number, version: string, signal: AbortSignal): Promise<ArticlePack> =>
  fetchVersion(packFile(number), version, asPack, signal);

function asPack(value: unknown): ArticlePack | undefined {
  const { articles, summaries } = Object(value) as Partial<ArticlePack>;
  const isPack =
    Array.isArray(articles) && summaries?.length === articles.length && [...articles, ...summaries].every(hasSlug);
  return isPack ? (value as ArticlePack) : undefined;
}

export const fetchSearchManifest = (signal: AbortSignal): Promise<SearchManifest> =>
  fetchFile(
    SEARCH_MANIFEST_FILE,
    (value) =>
      Array.isArray((Object(value) as Partial<SearchManifest>).segments) ? (value as SearchManifest) : undefined,
    signal,
  );

/** Rejects with the reason `missing` if the pack is of another edition. */
export const fetchSearchPack = (
  segment: SegmentRange & { version: string },
  signal: AbortSignal,
): Promise<SearchPack> =>
  fetchVersion(
    searchPackFile(segment),
    segment.version,
    (value) => ((Object(value) as Partial<SearchPack>).files ? (value as SearchPack) : undefined),
    signal,
  );
