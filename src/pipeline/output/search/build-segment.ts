import {
  encodeOmitted,
  encodePostings,
  encodeTerms,
  FREQUENT_SHARE,
  type SearchShard,
  type SearchWordList,
} from '../../../model/search/search-index.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { cutShards } from './cut-shards.ts';
import { frequentWords } from './frequent-words.ts';
import { createPostingList } from './posting-list.ts';

/** The content of the files of one segment. */
export interface Segment {
  shards: SearchShard[];
  words: SearchWordList;
  /** See `SearchSegment`. */
  starts: string;
}

/** Builds a segment from the terms of its articles, oldest first. */
export function buildSegment(articles: Iterable<ReadonlyMap<string, number>>): Segment {
  const numbers = new Map<string, number>();
  const list = createPostingList();
  let count = 0;
  for (const terms of articles) {
    for (const [term, fields] of terms) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(term, number);
      }
      list.add(number, count, fields);
    }
    count += 1;
  }
  const postingsOf = list.groupByTerm(numbers.size);
  const entries = [...numbers.keys()].sort(compareCodeUnits).map((term) => {
    const found = postingsOf(numbers.get(term) ?? 0);
    const isOmitted = isTooFrequent(found.positions.length, count);
    return {
      term,
      count: found.positions.length,
      postings: isOmitted ? encodeOmitted(found.positions.length) : encodePostings(found),
    };
  });
  const shards = cutShards(entries, count);
  return {
    shards: shards.map(
      (shard): SearchShard => [
        encodeTerms(shard.map(({ term }) => term)),
        shard.map((entry) => entry.postings).join(' '),
      ],
    ),
    words: frequentWords(entries),
    starts: shards
      .map(([first], index) => distinctStart(shards[index - 1]?.at(-1)?.term ?? '', first?.term ?? ''))
      .join(' '),
  };
}

/** In smaller segments all positions are written: a word that is frequent there may be rare in the others. */
const MIN_ARTICLES = 4_096;
const MAX_POSTINGS = 20_000;

/** A word that is nearly everywhere tells little, and its positions would take more bytes than those of hundreds of words. */
const isTooFrequent = (postings: number, articles: number): boolean =>
  (articles >= MIN_ARTICLES && postings > articles * FREQUENT_SHARE) || postings > MAX_POSTINGS;

/** The shortest start of a term that is greater than the term before it. */
function distinctStart(before: string, term: string): string {
  const characters = Array.from(term);
  const length = characters.findIndex((_, index) => characters.slice(0, index + 1).join('') > before);
  return characters.slice(0, length + 1).join('');
}
