import { FIELD, omittedCount, type SearchSegment, visitPostings } from '../../../model/search/search-index.ts';
import { postingsOf, shardOf, termsFrom } from '../index/find-shards.ts';
import type { DecodedShard, IndexSource } from '../index/index-source.ts';
import { PREFIX_WEIGHT, type TermLookup } from './word-lookup.ts';

/** How well each article matches a word. */
export interface WordScores {
  /** By position in the collection of all articles; 0 where the word is not. */
  scores: Float32Array;
  /** Where the word is, in no order. */
  positions: number[];
  /**
   * At some positions it may be missing: it is in so many articles that the index does not say in which, or it is several
   * terms, which may be apart.
   */
  isUncertain: boolean;
  /** Not all words that begin with the text were looked up. */
  isPartial: boolean;
}

const LARGE_SEGMENT = 8_192;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** At most so many shards of a segment are fetched for words that begin with a text. */
const MAX_PREFIX_SHARDS = 4;

/** The shards of a segment that a lookup needs, by their indices. */
export function shardsFor(segment: SearchSegment, { terms, prefix }: TermLookup): Set<number> {
  const indices = new Set([...terms.keys()].map((term) => shardOf(segment, term)));
  if (prefix === undefined) return indices;
  const { first, last } = prefixRange(segment, prefix);
  for (let index = first; index <= last; index += 1) indices.add(index);
  return indices;
}

function prefixRange(segment: SearchSegment, prefix: string): { first: number; last: number; isPartial: boolean } {
  const first = shardOf(segment, prefix);
  const last = shardOf(segment, `${prefix}\uffff`);
  const most = first + MAX_PREFIX_SHARDS - 1;
  return { first, last: Math.min(last, most), isPartial: last > most };
}

/** Fetches the shards of the segments that a lookup needs, and scores the articles. */
export async function scoreLookup(
  source: IndexSource,
  segments: readonly SearchSegment[],
  lookup: TermLookup,
): Promise<WordScores> {
  const found: WordScores = {
    scores: new Float32Array(source.manifest.total),
    positions: [],
    isUncertain: false,
    isPartial: false,
  };
  const fetched = await Promise.all(
    segments.map(async (segment) => {
      const indices = [...shardsFor(segment, lookup)];
      const shards = await Promise.all(indices.map((index) => source.shard(segment, index)));
      return { segment, shards };
    }),
  );
  for (const { segment, shards } of fetched) {
    if (lookup.prefix !== undefined && prefixRange(segment, lookup.prefix).isPartial) found.isPartial = true;
    for (const [postings, weight] of matchesIn(shards, lookup)) addPostings(found, segment, postings, weight);
    // On a slow phone a large segment takes long enough to delay the next key.
    if (segment.count >= LARGE_SEGMENT) await nextTask();
  }
  return found;
}

function* matchesIn(
  shards: readonly DecodedShard[],
  { terms, prefix }: TermLookup,
): Generator<[postings: string, weight: number]> {
  for (const shard of shards) {
    for (const [term, weight] of terms) {
      const postings = postingsOf(shard, term);
      if (postings !== undefined) yield [postings, weight];
    }
    if (prefix === undefined) continue;
    for (const [term, postings] of termsFrom(shard, prefix)) if (!terms.has(term)) yield [postings, PREFIX_WEIGHT];
  }
}

function addPostings(found: WordScores, { at, count }: SearchSegment, postings: string, weight: number): void {
  const { scores, positions } = found;
  const add = (position: number, score: number): void => {
    const known = scores[position] as number;
    if (score <= known) return;
    if (known === 0) positions.push(position);
    scores[position] = score;
  };
  if (omittedCount(postings) === undefined) {
    visitPostings(postings, (position, fields) => {
      // A damaged shard may name others.
      if (position < count) add(at + position, weight * (FIELD_SCORES[fields] as number));
    });
    return;
  }
  found.isUncertain = true;
  for (let position = at; position < at + count; position += 1) add(position, UNCERTAIN_SCORE);
}

/** Terms in more fields count more, with a limit, as in BM25. */
const saturate = (weight: number): number => weight / (weight + 0.9);

const UNCERTAIN_SCORE = 0.01;

/** The score of each combination of fields. */
const FIELD_SCORES = Array.from({ length: 16 }, (_, fields) => {
  const has = (field: number): boolean => (fields & field) !== 0;
  const ofText = has(FIELD.title) ? (has(FIELD.excerpt) ? 2.6 : 2.2) : has(FIELD.excerpt) ? 1 : 0;
  return saturate(ofText + (has(FIELD.names) ? 0.6 : 0) + (has(FIELD.body) ? 0.5 : 0));
});

/** The scores of articles that all lookups of a word have. */
export function combineScores(all: readonly WordScores[]): WordScores {
  const [first, ...others] = all as [WordScores, ...WordScores[]];
  if (others.length === 0) return first;
  const scores = new Float32Array(first.scores.length);
  const positions = rarestOf(all).positions.filter((position) =>
    all.every((each) => (each.scores[position] as number) > 0),
  );
  for (const position of positions)
    scores[position] = all.reduce((sum, each) => sum + (each.scores[position] as number), 0) / all.length;
  return { scores, positions, isUncertain: true, isPartial: all.some((each) => each.isPartial) };
}

/** The word that is in the fewest articles. */
export const rarestOf = (words: readonly WordScores[]): WordScores =>
  words.reduce((rarest, word) => (word.positions.length < rarest.positions.length ? word : rarest));
