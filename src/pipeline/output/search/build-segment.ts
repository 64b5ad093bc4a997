import {
  encodeOmitted,
  encodePostings,
  encodeTerms,
  FREQUENT_SHARE,
  type Postings,
  type SearchShard,
  type SearchWordList,
} from '../../../model/search/search-index.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { IntegerList } from '../../util/integer-list.ts';
import { cutShards } from './cut-shards.ts';
import { frequentWords } from './frequent-words.ts';

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

/** The postings of all terms: lists for each of 100,000 terms would take several times the memory while they grow. */
function createPostingList() {
  const terms = new IntegerList(EXPECTED_POSTINGS);
  /** For each posting, its position times `FIELD_VALUES` plus its fields. */
  const values = new IntegerList(EXPECTED_POSTINGS);
  return {
    add(term: number, position: number, fields: number): void {
      terms.push(term);
      values.push(position * FIELD_VALUES + fields);
    },
    /** Groups the postings by term. Those of a term stay in their order. */
    groupByTerm(termCount: number): (term: number) => Postings {
      const starts = startsOf(terms.values, termCount);
      /** Where the next posting of each term belongs; in the end, where its postings end. */
      const ends = starts.slice();
      const positions = new Int32Array(terms.length);
      const fields = new Uint8Array(terms.length);
      const all = values.values;
      for (const [index, term] of terms.values.entries()) {
        const value = all[index] ?? 0;
        const at = ends[term] ?? 0;
        positions[at] = Math.floor(value / FIELD_VALUES);
        fields[at] = value % FIELD_VALUES;
        ends[term] = at + 1;
      }
      return (term) => ({
        positions: positions.subarray(starts[term], ends[term]),
        fields: fields.subarray(starts[term], ends[term]),
      });
    },
  };
}

/** Where the postings of each term start, if they are in the order of the terms. */
function startsOf(terms: Int32Array, count: number): Int32Array {
  const counts = new Int32Array(count);
  for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  let end = 0;
  return counts.map((own) => {
    end += own;
    return end - own;
  });
}

const EXPECTED_POSTINGS = 1 << 14;
/** The number of values of a bit mask of fields, see `FIELD`. */
const FIELD_VALUES = 16;

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
