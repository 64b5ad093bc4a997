import type { SegmentRange } from '../../../model/search/search-index.ts';
import type { WordScores } from './word-scores.ts';

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
  const weights = words.map(({ count }) => inverseFrequency(count, searched));
  const total = Math.max(0, ...segments.map(({ at, count }) => at + count));
  const scores = new Float64Array(total);
  const found: number[] = [];
  for (const { at, count } of segments) {
    for (let position = at; position < at + count; position += 1) {
      if (allowed && !allowed.has(position)) continue;
      if (!required.every((word) => (word.scores[position] as number) > 0)) continue;
      if (excluding.some((word) => (word.scores[position] as number) > 0)) continue;
      let sum = 0;
      for (const [index, word] of words.entries())
        sum += (weights[index] as number) * (word.scores[position] as number);
      if (sum === 0 && words.length > 0) continue;
      scores[position] = sum * (1 + RECENCY * (position / total));
      found.push(position);
    }
  }
  return found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || b - a);
}

export const articlesIn = (segments: readonly SegmentRange[]): number =>
  segments.reduce((sum, { count }) => sum + count, 0);

/** The newest story counts so much more than the oldest. */
const RECENCY = 0.15;
const MAX_SHARE = 0.3;

/** The words that a story must have. A word in most stories is not one of them, unless all are such words. */
export const requiredWords = (words: readonly WordScores[], searched: number): WordScores[] =>
  requiredIndices(words, searched).flatMap((index) => words[index] ?? []);

export function requiredIndices(words: readonly WordScores[], searched: number): number[] {
  const rare = words.flatMap(({ count }, index) => (count <= searched * MAX_SHARE ? [index] : []));
  return rare.length > 0 ? rare : [...words.keys()];
}

/** As in BM25. https://en.wikipedia.org/wiki/Okapi_BM25 */
const inverseFrequency = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));
