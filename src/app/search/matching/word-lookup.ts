import { pairsOf } from '../../../model/search/terms.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { otherEndings } from '../query/word-endings.ts';
import { isSimple, MIN_PREFIX } from '../query/word-test.ts';

/** What to look up in the index for one term of a word. */
export interface TermLookup {
  /** Terms with their weights. */
  terms: ReadonlyMap<string, number>;
  /** Also all terms that begin with this text. */
  prefix?: string;
}

/** How much a match counts beside the word itself. */
const ENDING_WEIGHT = 0.8;
export const PREFIX_WEIGHT = 0.75;

/** A long phrase, or a long text without spaces, is looked up by its first terms. The rest is tested in each story. */
const MAX_LOOKUPS = 8;

/** The lookups of a word. A story must have all of them. */
export function lookupsOf(word: QueryWord): TermLookup[] {
  const { runs, isPrefix, isVerbatim } = word;
  if (isSimple(word)) {
    const term = runs[0]?.text ?? '';
    const forms = isVerbatim ? [] : [...otherEndings(term)];
    const endings = forms.map((ending): [string, number] => [ending, ENDING_WEIGHT]);
    return [
      { terms: new Map([...endings, [term, 1]]), ...(isPrefix && term.length >= MIN_PREFIX ? { prefix: term } : {}) },
    ];
  }
  const lookups = runs.flatMap(({ text, isUnspaced }, index): TermLookup[] => {
    if (isUnspaced) return unspacedLookups(text);
    const canContinue = isPrefix && index === runs.length - 1 && text.length >= MIN_PREFIX;
    return [{ terms: new Map([[text, 1]]), ...(canContinue ? { prefix: text } : {}) }];
  });
  return lookups.slice(0, MAX_LOOKUPS);
}

/** The pairs of a run. A single character begins a pair, or is alone. */
function unspacedLookups(run: string): TermLookup[] {
  const pairs = [...pairsOf(run)];
  if (pairs.length === 1) return [{ terms: new Map(), prefix: run }];
  return pairs.slice(0, -1).map((pair) => ({ terms: new Map([[pair, 1]]) }));
}
