import { spelledTerms } from '../../../model/search/terms.ts';
import type { ReportText } from './terms/event-report.ts';
import { stemOf } from './terms/report-terms.ts';

const MAX_WORDS = 4;

/** The words that have these terms, in the order of the terms, as the first of the reports that has each spells it. */
export function sharedWords(terms: readonly string[], reports: Iterable<ReportText>): string[] {
  const missing = new Set(terms.slice(0, MAX_WORDS));
  const spelled = new Map<string, string>();
  for (const { title, excerpt = '' } of reports) {
    for (const { term, word } of spelledTerms(`${title}\n${excerpt}`)) {
      const stem = stemOf(term);
      if (stem !== undefined && missing.delete(stem)) spelled.set(stem, word);
    }
    if (missing.size === 0) break;
  }
  return terms.flatMap((term) => spelled.get(term) ?? []);
}
