import { fold } from '../../../model/search/fold.ts';
import type { ReportText } from './terms/event-report.ts';
import { stemOf } from './terms/report-terms.ts';

const MAX_WORDS = 4;

/** The words of a report that have these terms, in the order of the terms, as the report spells them. */
export function sharedWords(terms: readonly string[], { title, excerpt = '' }: ReportText): string[] {
  const spelled = new Map<string, string>();
  for (const [word] of `${title}\n${excerpt}`.matchAll(WORD)) {
    const term = stemOf(fold(word));
    if (term !== undefined && !spelled.has(term)) spelled.set(term, word);
  }
  // A pair of characters is its own word.
  return terms.map((term) => spelled.get(term) ?? term).slice(0, MAX_WORDS);
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
