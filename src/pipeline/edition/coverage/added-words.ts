import { isUnspaced, termsOf } from '../../../model/search/terms.ts';
import type { ReportText } from './terms/event-report.ts';
import { stemOf } from './terms/report-terms.ts';

const MAX_WORDS = 5;
const MIN_LETTERS = 3;

/** Words, and numbers with their separators. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * Returns, for each report on an event, words of its title and excerpt of which no earlier one has any part, as it spells
 * them. None for the first report, no stop words, of which `isStopTerm` knows the terms, and none of scripts without
 * spaces, where the parts of a text are no words.
 */
export function addedWords<Report extends ReportText>(
  reports: readonly Report[],
  isStopTerm: (stem: string, report: Report) => boolean,
): string[][] {
  const known = new Set<string>();
  return reports.map((report, index) => {
    const { title, excerpt = '' } = report;
    const words: string[] = [];
    for (const [word] of `${title}\n${excerpt}`.matchAll(WORD)) {
      const stems = termsOf(word).flatMap((term) => stemOf(term) ?? []);
      const isNew = stems.length > 0 && !stems.some((stem) => known.has(stem));
      for (const stem of stems) known.add(stem);
      if (!isNew || index === 0 || words.length === MAX_WORDS) continue;
      if (word.length < MIN_LETTERS || isUnspaced(word) || stems.every((stem) => isStopTerm(stem, report))) continue;
      words.push(word);
    }
    return words;
  });
}
