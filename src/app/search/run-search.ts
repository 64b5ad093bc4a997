import type { SearchSegment } from '../../model/search/search-index.ts';
import { type IndexSource, StaleIndexError } from './index/index-source.ts';
import { type Correction, correctQuery } from './matching/correct-query.ts';
import { articlesIn, rankStories, requiredIndices } from './matching/rank-stories.ts';
import { lookupsOf } from './matching/word-lookup.ts';
import { combineScores, scoreLookup, shardsFor, type WordScores } from './matching/word-scores.ts';
import type { QueryWord, SearchQuery } from './query/parse-query.ts';

/** The stories that match a query. */
export interface SearchOutcome {
  /** Positions in the collection of all articles, best first. */
  positions: number[];
  /** Whether all of `positions` match. If not, the text of each story must be tested, see `createStoryTest`. */
  isExact: boolean;
  /** The words of which a story has all or, if there are no such stories, any. */
  words: QueryWord[];
  match: 'all' | 'any';
  /** Those of which a story must have all or any. If all, a word in most stories is not one of them. */
  required: QueryWord[];
  excluded: QueryWord[];
  /** The words that were replaced, because nothing was found. */
  corrections: Correction[];
  /** Whether the end of a very long query was ignored. */
  isCut: boolean;
  /** More words begin with the last word of the query than were looked up. */
  isPartial: boolean;
  /** The segments that could not be fetched. */
  unsearched: SearchSegment[];
}

export interface RunSearchInput {
  source: IndexSource;
  query: SearchQuery;
  /** Only stories at these positions. */
  allowed?: ReadonlySet<number> | undefined;
}

/**
 * Searches the index. Rejects if no segment can be fetched, and with a `StaleIndexError` if a segment is of another
 * edition.
 */
export async function runSearch({ source, query, allowed }: RunSearchInput): Promise<SearchOutcome> {
  const { segments } = source.manifest;
  const searchable = await fetchableSegments(source, [...query.words, ...query.excluded]);
  const searched = articlesIn(searchable);
  const score = async (word: QueryWord): Promise<WordScores> =>
    combineScores(await Promise.all(lookupsOf(word).map((lookup) => scoreLookup(source, searchable, lookup))));
  const excluded = await Promise.all(query.excluded.map(score));
  const corrected = await correctQuery({ words: query.words, searched, source, segments: searchable, score });
  const { words, scores, match, corrections } = corrected;
  const required = match === 'all' ? requiredIndices(scores, searched) : [...words.keys()];
  const decisive = [...required.map((index) => scores[index]), ...excluded];
  return {
    positions: rankStories({ words: scores, excluded, segments: searchable, match, allowed }),
    isExact: !decisive.some((word) => word?.isUncertain),
    words,
    match,
    required: required.flatMap((index) => words[index] ?? []),
    excluded: query.excluded,
    corrections,
    isCut: query.isCut,
    isPartial: scores.some((word) => word.isPartial),
    unsearched: segments.filter((segment) => !searchable.includes(segment)),
  };
}

/** Fetches the shards for these words, and returns the segments whose shards were all fetched. */
async function fetchableSegments(source: IndexSource, words: readonly QueryWord[]): Promise<SearchSegment[]> {
  const lookups = words.flatMap(lookupsOf);
  const fetched = await Promise.all(
    source.manifest.segments.map(async (segment): Promise<SearchSegment | { error: unknown }> => {
      try {
        const indices = new Set(lookups.flatMap((lookup) => [...shardsFor(segment, lookup)]));
        await Promise.all([...indices].map((index) => source.shard(segment, index)));
        return segment;
      } catch (error) {
        if (error instanceof StaleIndexError) throw error;
        return { error };
      }
    }),
  );
  const fetchable = fetched.flatMap((each) => ('error' in each ? [] : [each]));
  const [failed] = fetched;
  if (fetchable.length === 0 && failed && 'error' in failed) throw failed.error;
  return fetchable;
}
