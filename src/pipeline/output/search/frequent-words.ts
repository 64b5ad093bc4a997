import { encodeTerms, type SearchWordList } from '../../../model/search/search-index.ts';
import { isUnspaced } from '../../../model/search/terms.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import type { IndexEntry } from './cut-shards.ts';

/** The numbers of words in the groups. */
const GROUPS = [500, 2_000, 4_500];
const LETTERS = /^\p{L}{3,24}$/u;

/** The words of a segment that are in most articles, see `SearchWordList`. */
export function frequentWords(entries: readonly IndexEntry[]): SearchWordList {
  const words = entries.filter(({ term }) => LETTERS.test(term) && !isUnspaced(term));
  const byCount = words.toSorted((a, b) => b.count - a.count || compareCodeUnits(a.term, b.term));
  let start = 0;
  return GROUPS.flatMap((size) => {
    const group = byCount.slice(start, start + size).map(({ term }) => term);
    start += size;
    return group.length > 0 ? [encodeTerms(group.sort(compareCodeUnits))] : [];
  });
}
