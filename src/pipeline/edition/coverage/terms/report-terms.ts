import { isUnspaced, termsOf } from '../../../../model/search/terms.ts';

/** The first letters of a word stand for it, so that most of its endings make no difference. */
const STEM = 7;

/**
 * The terms of a text, in their order, as often as it uses them: words cut to `STEM` characters, and pairs of characters
 * in scripts without spaces.
 */
export function reportTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of termsOf(text)) {
    const term = stemOf(word);
    if (term !== undefined) terms.push(term);
  }
  return terms;
}

/** The term of a folded word; `undefined` for the last character of an unspaced run, which `termsOf` has alone. */
export function stemOf(word: string): string | undefined {
  if (LATIN.test(word)) return word.slice(0, STEM);
  if (isUnspaced(word)) return Array.from(word).length > 1 ? word : undefined;
  return Array.from(word).slice(0, STEM).join('');
}

/** One code unit for each character. */
const LATIN = /^[\0-\u024f]*$/;
