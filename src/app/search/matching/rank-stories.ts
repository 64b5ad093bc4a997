import { FREQUENT_SHARE, type SegmentRange } from '../../../model/search/search-index.ts';
import { rarestOf, type WordScores } from './word-scores.ts';

interface RankInput {
  /** The words of the query. */
  words: readonly WordScores[];
  excluded: readonly WordScores[];
  /** The segments that were searched. */
  segments: readonly SegmentRange[];
  /** A story must have all words, or any of them. */
  match: 'all' | 'any';
  /** Only these positions. */
  allowed?: ReadonlySet<number> | undefined;
}

/** The positions of the stories that match, best first. */
export function rankStories({ words, excluded, segments, match, allowed }: RankInput): number[] {
  const searched = articlesIn(segments);
  const required = match === 'all' ? requiredWords(words, searched) : [];
  // A word that may be missing excludes no stories: their texts are tested.
  const excluding = excluded.filter((word) => !word.isUncertain);
  const isLeftOut = (position: number): boolean =>
    (allowed !== undefined && !allowed.has(position)) ||
    required.some((word) => word.scores[position] === 0) ||
    excluding.some((word) => (word.scores[position] as number) > 0);
  const total = Math.max(0, ...segments.map(({ at, count }) => at + count));
  const weighted = words.map((word) => ({
    scores: word.scores,
    weight: inverseFrequency(word.positions.length, searched),
  }));
  const scoreOf = (position: number): number =>
    weighted.reduce((sum, { scores, weight }) => sum + weight * (scores[position] as number), 0) *
    (1 + RECENCY * (position / total));
  return sortByScore(
    candidatesOf(words, required, segments).filter((position) => !isLeftOut(position)),
    scoreOf,
  );
}

/** The positions of the rarest required word, of any word, or without words of all stories. */
function candidatesOf(
  words: readonly WordScores[],
  required: readonly WordScores[],
  segments: readonly SegmentRange[],
): number[] {
  if (required.length > 0) return rarestOf(required).positions;
  if (words.length > 0) return [...new Set(words.flatMap(({ positions }) => positions))];
  return segments.flatMap(({ at, count }) => Array.from({ length: count }, (_, index) => at + index));
}

/** More articles than a site can have. */
const MAX_ARTICLES = 2 ** 21;
const SCORE_DIGITS = 1e6;

/**
 * Sorts positions, best first and the newest first among equals. Score and position are joined to one number, because
 * numbers alone are sorted ten times as fast as with a function that compares.
 */
function sortByScore(positions: readonly number[], scoreOf: (position: number) => number): number[] {
  const keys = Float64Array.from(
    positions,
    (position) => Math.round(scoreOf(position) * SCORE_DIGITS) * MAX_ARTICLES + position,
  );
  return Array.from(keys.sort().reverse(), (key) => key % MAX_ARTICLES);
}

export const articlesIn = (segments: readonly SegmentRange[]): number =>
  segments.reduce((sum, { count }) => sum + count, 0);

/** The newest story counts so much more than the oldest. */
const RECENCY = 0.15;

/** The words that a story must have. A word in most stories is not one of them, unless all are such words. */
export const requiredWords = (words: readonly WordScores[], searched: number): WordScores[] =>
  requiredIndices(words, searched).flatMap((index) => words[index] ?? []);

export function requiredIndices(words: readonly WordScores[], searched: number): number[] {
  const rare = words.flatMap(({ positions }, index) => (positions.length <= searched * FREQUENT_SHARE ? [index] : []));
  return rare.length > 0 ? rare : [...words.keys()];
}

/** As in BM25. https://en.wikipedia.org/wiki/Okapi_BM25 */
const inverseFrequency = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));
