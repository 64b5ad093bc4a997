import type { Postings } from '../../../model/search/search-index.ts';
import { IntegerList } from '../../util/integer-list.ts';

/** The postings of all terms of a segment. Terms are numbers from 0. */
export interface PostingList {
  /** Adds a posting. Positions come in ascending order. */
  add: (term: number, position: number, fields: number) => void;
  /** Groups the postings by term. Returns a function that gives those of one. */
  groupByTerm: (termCount: number) => (term: number) => Postings;
}

/** One list for all terms: a list for each of 100,000 terms would take several times the memory while they grow. */
export function createPostingList(): PostingList {
  const terms = new IntegerList(EXPECTED);
  const positions = new IntegerList(EXPECTED);
  const fields = new IntegerList(EXPECTED);
  return {
    add(term, position, ownFields) {
      terms.push(term);
      positions.push(position);
      fields.push(ownFields);
    },
    groupByTerm(termCount) {
      const ends = countTerms(terms.values, termCount);
      for (let term = 1; term < termCount; term += 1) ends[term] = (ends[term] ?? 0) + (ends[term - 1] ?? 0);
      const starts = ends.slice();
      const grouped = { positions: new Int32Array(terms.length), fields: new Uint8Array(terms.length) };
      const added = { terms: terms.values, positions: positions.values, fields: fields.values };
      // From the last posting to the first, so that those of a term stay in their order.
      for (let index = terms.length - 1; index >= 0; index -= 1) {
        const term = added.terms[index] ?? 0;
        const at = (starts[term] ?? 0) - 1;
        grouped.positions[at] = added.positions[index] ?? 0;
        grouped.fields[at] = added.fields[index] ?? 0;
        starts[term] = at;
      }
      return (term) => ({
        positions: grouped.positions.subarray(starts[term], ends[term]),
        fields: grouped.fields.subarray(starts[term], ends[term]),
      });
    },
  };
}

const EXPECTED = 1 << 14;

function countTerms(terms: Int32Array, termCount: number): Int32Array {
  const counts = new Int32Array(termCount);
  for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}
