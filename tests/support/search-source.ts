import type { DecodedShard, IndexSource } from '../../src/app/search/index/index-source.ts';
import type { SearchedStory } from '../../src/app/search/matching/story-test.ts';
import { parseQuery } from '../../src/app/search/query/parse-query.ts';
import { runSearch, type SearchOutcome } from '../../src/app/search/run-search.ts';
import {
  decodeTerms,
  SEARCH_FORMAT,
  type SearchManifest,
  type SearchSegment,
  segmentRanges,
} from '../../src/model/search/search-index.ts';
import { articleTerms } from '../../src/pipeline/output/search/article-terms.ts';
import { buildSegment, type Segment } from '../../src/pipeline/output/search/build-segment.ts';
import { SITE_LANGUAGE } from '../bench/vocabulary.ts';

/* A search index in memory, built as the pipeline builds it and read as the app reads it. */

/** A story with these texts: its title, or several. */
export const storyOf = (texts: string | Partial<SearchedStory>): SearchedStory => ({
  title: '',
  topics: [],
  ...(typeof texts === 'string' ? { title: texts } : texts),
});

/** Stories with these titles alone. */
export const storiesOf = (titles: readonly string[]): SearchedStory[] => titles.map((title) => storyOf(title));

/** Titles of three rare words each, all of them different. */
export const manyTitles = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    [0, 1, 2].map((word) => SITE_LANGUAGE.wordOf(20_000 + 3 * index + word)).join(' '),
  );

const termsOfStory = (story: SearchedStory): Map<string, number> =>
  articleTerms({ ...story, slug: '', publishedAt: '', kind: '' });

/** The index of these stories, oldest first. */
export function sourceOf(stories: readonly SearchedStory[]): IndexSource {
  const ranges = segmentRanges(stories.length);
  const built = ranges.map(({ at, count }) => buildSegment(stories.slice(at, at + count).map(termsOfStory)));
  const segments = ranges.map((range, index): SearchSegment => {
    return { ...range, version: String(index), newestAt: '', starts: built[index]?.starts ?? '' };
  });
  return sourceFrom({ format: SEARCH_FORMAT, total: stories.length, segments }, built);
}

/** An index of these segments. As on the site, only the shards that are there can be fetched. */
export function sourceFrom(manifest: SearchManifest, built: readonly Segment[]): IndexSource {
  const decoded = built.map(({ shards }) =>
    shards.map(([terms, postings]): DecodedShard => ({ terms: decodeTerms(terms), postings: postings.split(' ') })),
  );
  return {
    manifest,
    shard: async (segment, index) => {
      const shard = decoded[manifest.segments.indexOf(segment)]?.[index];
      if (!shard) throw new Error(`There is no shard ${index} in the segment at ${segment.at}.`);
      return shard;
    },
    words: async () => (built[0]?.words ?? []).map(decodeTerms),
  };
}

export const search = (source: IndexSource, query: string): Promise<SearchOutcome> =>
  runSearch({ source, query: parseQuery(query) });

/** The titles of the stories that a query finds among all of these, the oldest first. The best is first in the result. */
export async function titlesFound(stories: readonly SearchedStory[], query: string): Promise<string[]> {
  const { positions } = await search(sourceOf(stories), query);
  return positions.map((position) => stories[position]?.title ?? '');
}
