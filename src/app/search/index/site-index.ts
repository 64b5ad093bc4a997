import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  decodeTerms,
  SEARCH_FORMAT,
  SEARCH_MANIFEST_FILE,
  SEARCH_WORDS_FILE,
  type SearchManifest,
  type SearchSegment,
  type SearchShard,
  type SearchWordList,
  shardFile,
  versionedFile,
} from '../../../model/search/search-index.ts';
import { FetchError, fetchJson } from '../../data/fetch-json.ts';
import { type DecodedShard, type IndexSource, StaleIndexError } from './index-source.ts';

/** The manifest changes with every edition, and names the versions of all other files. */
export const manifestQuery = () =>
  queryOptions({
    queryKey: [SEARCH_MANIFEST_FILE],
    queryFn: ({ signal }) => fetchJson(SEARCH_MANIFEST_FILE, { parse: guard(isManifest), signal, cache: 'no-cache' }),
  });

/** A slow file is left out sooner than others: the rest of the index has results, too. */
const TIMEOUT_MS = 8_000;

const shardQuery = (segment: SearchSegment, index: number) =>
  queryOptions({
    queryKey: [shardFile(segment, index), segment.version],
    queryFn: ({ signal }) => fetchShard(segment, index, signal),
  });

async function fetchShard(segment: SearchSegment, index: number, signal: AbortSignal): Promise<DecodedShard> {
  const path = versionedFile(shardFile(segment, index), segment);
  const [terms, postings] = await fetchOfEdition(
    fetchJson(path, { parse: guard(isShard), signal, timeoutMs: TIMEOUT_MS }),
  );
  const decoded = { terms: decodeTerms(terms), postings: postings.split(' ') };
  const start = segment.starts.split(' ')[index] ?? '';
  if (decoded.terms[0]?.startsWith(start) !== true || decoded.terms.length !== decoded.postings.length)
    throw new StaleIndexError(path);
  return decoded;
}

const wordsQuery = (version: string) =>
  queryOptions({
    queryKey: [SEARCH_WORDS_FILE, version],
    queryFn: async ({ signal }) => {
      const path = versionedFile(SEARCH_WORDS_FILE, { version });
      const groups = await fetchJson(path, { parse: guard(isWordList), signal, timeoutMs: TIMEOUT_MS });
      return groups.map(decodeTerms);
    },
  });

/** A file that is not there any more was replaced by another edition. */
async function fetchOfEdition<T>(fetched: Promise<T>): Promise<T> {
  try {
    return await fetched;
  } catch (error) {
    if (error instanceof FetchError && error.reason === 'missing') throw new StaleIndexError(error.path);
    throw error;
  }
}

/**
 * The index of the site. With `acceptsStale`, a segment of another edition counts as one that cannot be fetched: after
 * the manifest was fetched again, waiting does not help.
 */
export async function openSiteIndex(client: QueryClient, acceptsStale: boolean): Promise<IndexSource> {
  const manifest = await client.query(manifestQuery());
  return {
    manifest,
    shard: (segment, index) => {
      const shard = client.query(shardQuery(segment, index));
      return acceptsStale ? shard.catch(withoutStale) : shard;
    },
    words: () => client.query(wordsQuery(manifest.segments[0]?.version ?? '')),
  };
}

function withoutStale(error: unknown): never {
  throw error instanceof StaleIndexError ? new FetchError('missing', error.message) : error;
}

/** Forgets the manifest, and the files that failed. */
export function forgetIndex(client: QueryClient): void {
  client.removeQueries({ queryKey: [SEARCH_MANIFEST_FILE] });
}

/** Makes a parser of a type guard. */
const guard =
  <T>(isValid: (value: unknown) => value is T) =>
  (value: unknown): T | undefined =>
    isValid(value) ? value : undefined;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isManifest = (value: unknown): value is SearchManifest =>
  isRecord(value) &&
  value['format'] === SEARCH_FORMAT &&
  Array.isArray(value['segments']) &&
  value['segments'].every(isSegment) &&
  endOf(value['segments']) === value['total'];

/** The number of articles of segments that follow each other; not a number if they do not. */
const endOf = (segments: readonly SearchSegment[]): number =>
  segments.reduce((end, { at, count }) => (at === end && count > 0 ? end + count : Number.NaN), 0);

const isSegment = (value: unknown): value is SearchSegment =>
  isRecord(value) &&
  Number.isSafeInteger(value['at']) &&
  Number.isSafeInteger(value['count']) &&
  typeof value['version'] === 'string' &&
  typeof value['newestAt'] === 'string' &&
  typeof value['starts'] === 'string';

const isShard = (value: unknown): value is SearchShard =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

const isWordList = (value: unknown): value is SearchWordList =>
  Array.isArray(value) && value.every((group) => typeof group === 'string');
