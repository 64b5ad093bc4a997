import { isUnspaced, termsOf } from '../../../../model/search/terms.ts';
import type { ReportText } from './event-report.ts';

/** The first letters of a word stand for it, so that most of its endings make no difference. */
const STEM = 7;
const TITLE_WEIGHT = 2;

/**
 * The terms of a report with their frequencies: words cut to `STEM` characters, and pairs of characters in scripts
 * without spaces. A word of the title counts twice.
 */
export function reportTerms({ title, excerpt = '' }: ReportText): Map<string, number> {
  const frequencies = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const word of termsOf(text)) {
      const term = stemOf(word);
      if (term !== undefined) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
    }
  };
  count(title, TITLE_WEIGHT);
  count(excerpt, 1);
  return frequencies;
}

/** The term of a folded word; `undefined` for the last character of an unspaced run, which `termsOf` has alone. */
export function stemOf(word: string): string | undefined {
  if (LATIN.test(word)) return word.slice(0, STEM);
  if (isUnspaced(word)) return Array.from(word).length > 1 ? word : undefined;
  return Array.from(word).slice(0, STEM).join('');
}

/** One code unit for each character. */
const LATIN = /^[\0-\u024f]*$/;
