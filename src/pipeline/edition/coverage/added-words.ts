import { spelledTerms } from '../../../model/search/terms.ts';
import type { ReportText } from './terms/event-report.ts';
import { stemOf } from './terms/report-terms.ts';

const MAX_WORDS = 5;
const MIN_LETTERS = 3;

/**
 * Returns, for each report on an event, words of its title and excerpt that no earlier one has, as it spells them. None
 * for the first report, and no stop words, of which `isStopTerm` knows the terms.
 */
export function addedWords<Report extends ReportText>(
  reports: readonly Report[],
  isStopTerm: (stem: string, report: Report) => boolean,
): string[][] {
  const known = new Set<string>();
  return reports.map((report, index) => {
    const { title, excerpt = '' } = report;
    const words: string[] = [];
    for (const { term, word } of spelledTerms(`${title}\n${excerpt}`)) {
      const stem = stemOf(term);
      if (stem === undefined || known.has(stem)) continue;
      known.add(stem);
      if (index > 0 && words.length < MAX_WORDS && word.length >= MIN_LETTERS && !isStopTerm(stem, report))
        words.push(word);
    }
    return words;
  });
}
