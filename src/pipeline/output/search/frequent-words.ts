import { encodeTerms, type SearchWordList } from '../../../model/search/search-index.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import type { IndexEntry } from './cut-shards.ts';

/** The numbers of words in the groups. */
const GROUPS = [500, 2_000, 4_500];
const LETTERS = /^\p{L}{3,24}$/u;
/** Words of these scripts are pairs of characters, which are not misspelled. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a segment that are in most articles, see `SearchWordList`. */
export function frequentWords(entries: readonly IndexEntry[]): SearchWordList {
  const words = entries.filter(({ term }) => LETTERS.test(term) && !UNSPACED.test(term));
  const byCount = words.toSorted((a, b) => b.count - a.count || compareCodeUnits(a.term, b.term));
  let start = 0;
  return GROUPS.flatMap((size) => {
    const group = byCount.slice(start, start + size).map(({ term }) => term);
    start += size;
    return group.length > 0 ? [encodeTerms(group.sort(compareCodeUnits))] : [];
  });
}
