import { FIELD, omittedCount, type SearchSegment, visitPostings } from '../../../model/search/search-index.ts';
import { postingsOf, shardOf, termsFrom } from '../index/find-shards.ts';
import type { DecodedShard, IndexSource } from '../index/index-source.ts';
import { PREFIX_WEIGHT, type TermLookup } from './word-lookup.ts';

/** How well each article matches a word, and in how many articles it is. */
export interface WordScores {
  /** By position in the collection of all articles; 0 where the word is not. */
  scores: Float32Array;
  count: number;
  /**
   * At some positions it may be missing: it is in so many articles that the index does not say in which, or it is several
   * terms, which may be apart.
   */
  isUncertain: boolean;
  /** Not all words that begin with the text were looked up. */
  isPartial: boolean;
}

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
    count: 0,
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
  const { scores } = found;
  const add = (position: number, score: number): void => {
    const known = scores[position] as number;
    if (known === 0) found.count += 1;
    if (score > known) scores[position] = score;
  };
  if (omittedCount(postings) === undefined) {
    visitPostings(postings, (position, fields) => add(at + position, weight * (FIELD_SCORES[fields] as number)));
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
  let count = 0;
  for (let position = 0; position < scores.length; position += 1) {
    let sum = 0;
    for (const each of all) {
      const score = each.scores[position] as number;
      if (score === 0) {
        sum = 0;
        break;
      }
      sum += score;
    }
    if (sum === 0) continue;
    scores[position] = sum / all.length;
    count += 1;
  }
  return {
    scores,
    count,
    isUncertain: true,
    isPartial: all.some((each) => each.isPartial),
  };
}
