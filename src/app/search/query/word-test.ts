import { fold } from '../../../model/search/fold.ts';
import { runsOf } from '../../../model/search/terms.ts';
import type { QueryWord } from './parse-query.ts';
import { otherEndings } from './word-endings.ts';

/** Words shorter than this have no other endings, and match only whole words. */
export const MIN_PREFIX = 2;

/** Whether a word is looked up as a term by itself. All others are checked in the text: a phrase, or an unspaced script. */
export const isSimple = ({ runs }: QueryWord): boolean => runs.length === 1 && runs[0]?.isUnspaced === false;

/** A text in the form in which words are found in it. */
interface SearchableText {
  terms: ReadonlySet<string>;
  /** Its runs, each between spaces. */
  joined: string;
}

export function searchableText(text: string): SearchableText {
  const runs = [...runsOf(fold(text))].map((run) => run.text);
  return { terms: new Set(runs), joined: ` ${runs.join(' ')} ` };
}

/** Returns a function that tests whether a text holds a word of a query, in the way in which the index finds it. */
export function createWordTest(word: QueryWord): (text: SearchableText) => boolean {
  if (!isSimple(word)) {
    const sequence = sequenceOf(word);
    return ({ joined }) => joined.includes(sequence);
  }
  const term = word.runs[0]?.text ?? '';
  const endings = word.isVerbatim ? [] : [...otherEndings(term)];
  const canContinue = word.isPrefix && term.length >= MIN_PREFIX;
  return ({ terms }) =>
    terms.has(term) ||
    endings.some((ending) => terms.has(ending)) ||
    (canContinue && [...terms].some((each) => each.startsWith(term)));
}

/** The runs of a word as they stand in `joined`. Runs of unspaced scripts may be inside of a longer one. */
function sequenceOf({ runs, isPrefix }: QueryWord): string {
  const start = runs[0]?.isUnspaced ? '' : ' ';
  const end = runs.at(-1)?.isUnspaced || isPrefix ? '' : ' ';
  return start + runs.map(({ text }) => text).join(' ') + end;
}
