import type { SearchSegment } from '../../../model/search/search-index.ts';
import type { DecodedShard } from './index-source.ts';

/** The index of the shard that would contain a term. */
export function shardOf({ starts }: SearchSegment, term: string): number {
  return Math.max(0, lastAtMost(starts.split(' '), term));
}

/** The index of the last item that is not greater than a term, by binary search; -1 if all are greater. */
function lastAtMost(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The encoded postings of a term. */
export function postingsOf({ terms, postings }: DecodedShard, term: string): string | undefined {
  const index = lastAtMost(terms, term);
  return terms[index] === term ? postings[index] : undefined;
}

/** The terms that begin with a text, and their postings. */
export function* termsFrom(
  { terms, postings }: DecodedShard,
  start: string,
): Generator<[term: string, postings: string]> {
  const first = lastAtMost(terms, start);
  for (let index = Math.max(0, terms[first] === start ? first : first + 1); index < terms.length; index += 1) {
    const term = terms[index] as string;
    if (!term.startsWith(start)) return;
    yield [term, postings[index] as string];
  }
}
