import type { Article, Summary } from '../../../model/article.ts';
import { type SearchPack, searchPackFile } from '../../../model/offline/packs.ts';
import {
  SEARCH_FORMAT,
  SEARCH_MANIFEST_FILE,
  SEARCH_WORDS_FILE,
  type SearchManifest,
  type SearchSegment,
  type SegmentRange,
  segmentRanges,
  shardFile,
  versionedFile,
} from '../../../model/search/search-index.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { type KeyedCache, openKeyedCache } from '../../content/cache/keyed-cache.ts';
import { pipelineVersion } from '../../content/cache/pipeline-version.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import { hashOf } from '../../util/hash.ts';
import { jsonFile, lazyFile, type OutputFile } from '../files/output-file.ts';
import { articleTerms } from './article-terms.ts';
import { buildSegment, type Segment } from './build-segment.ts';

/** What the manifest needs of a segment, and the number of its shards. */
export interface SegmentSummary extends Pick<SearchSegment, 'version' | 'starts'> {
  shards: number;
}

/** The summaries of segments between builds: so the articles of an unchanged segment are not read again. */
export type SegmentCache = KeyedCache<SegmentSummary>;

/**
 * The search index of the listed articles, the manifest last. A segment is built only if the cache does not know it, or
 * if one of its files must be written.
 */
export function* searchFiles(built: BuiltEdition, cache: SegmentCache = openKeyedCache()): Generator<OutputFile> {
  const { articles, settings } = built;
  if (settings.search === false) return;
  const oldestFirst = articles.toReversed();
  const segments: SearchSegment[] = [];
  for (const range of segmentRanges(articles.length)) {
    const records = oldestFirst.slice(range.at, range.at + range.count);
    const key = keyOf(built, records);
    let segment: Segment | undefined;
    const build = (): Segment => {
      segment ??= buildSegment(termsOfArticles(built, records));
      return segment;
    };
    const known = cache.get(key);
    const summary = known ?? summarize(build());
    if (!known) cache.set(key, summary);
    yield* segmentFiles(range, key, summary.shards, build);
    const { version, starts } = summary;
    if (settings.offline === 'packs') yield searchPack(range, version, build);
    segments.push({ ...range, version, newestAt: records.at(-1)?.publishedAt ?? '', starts });
  }
  const manifest: SearchManifest = {
    format: SEARCH_FORMAT,
    total: articles.length,
    ...(settings.search === 'bodies' ? { hasBodies: true } : {}),
    segments,
  };
  yield jsonFile(SEARCH_MANIFEST_FILE, manifest);
}

/** Everything that the content of a segment depends on. */
const keyOf = ({ serializer, settings }: BuiltEdition, records: readonly ArticleRecord[]): string =>
  hashOf([pipelineVersion(), settings.search, ...records.map(serializer.summaryVersion)].join('\n'));

function* termsOfArticles(
  { serializer, settings }: BuiltEdition,
  records: readonly ArticleRecord[],
): Generator<ReadonlyMap<string, number>> {
  for (const record of records) {
    const summary = JSON.parse(serializer.summary(record)) as Summary;
    const article = settings.search === 'bodies' ? (JSON.parse(serializer.article(record)) as Article) : undefined;
    yield articleTerms(summary, article);
  }
}

/** The version is a hash of the files, so that it is the same for the same content, whatever builds it. */
const summarize = ({ shards, words, starts }: Segment): SegmentSummary => ({
  version: hashOf(JSON.stringify([shards, words])).slice(0, 8),
  starts,
  shards: shards.length,
});

function* segmentFiles(range: SegmentRange, key: string, shards: number, build: () => Segment): Generator<OutputFile> {
  for (let index = 0; index < shards; index += 1) {
    yield lazyFile({
      path: shardFile(range, index),
      version: () => `${key}.${index}`,
      body: () => JSON.stringify(build().shards[index]),
    });
  }
  if (range.at === 0) {
    yield lazyFile({ path: SEARCH_WORDS_FILE, version: () => key, body: () => JSON.stringify(build().words) });
  }
}

function searchPack(range: SegmentRange, version: string, build: () => Segment): OutputFile {
  const body = (): string => {
    const { shards, words } = build();
    const files = shards.map((shard, index) => [versionedFile(shardFile(range, index), { version }), shard] as const);
    const pack: SearchPack = {
      version,
      files: Object.fromEntries([
        ...files,
        ...(range.at === 0 ? [[versionedFile(SEARCH_WORDS_FILE, { version }), words] as const] : []),
      ]),
    };
    return JSON.stringify(pack);
  };
  return lazyFile({ path: searchPackFile(range), version: () => version, body });
}
