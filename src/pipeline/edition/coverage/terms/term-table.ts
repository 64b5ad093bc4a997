import type { EventReport } from './event-report.ts';
import { reportTerms } from './report-terms.ts';
import { stopTerms } from './stop-words.ts';

/** The terms of reports, as numbers in the order of their first use. Each report is read once. */
export interface TermTable {
  of: (index: number) => ReportTerms;
  idOf: (term: string) => number;
  nameOf: (id: number) => string;
  /** Whether it is a word that says nothing about an event. */
  isStopWord: (id: number) => boolean;
}

export interface ReportTerms {
  /** Each of its terms once. */
  ids: Int32Array;
  /** How often the report uses each of them. */
  frequencies: Int32Array;
}

export function createTermTable(reports: readonly EventReport[], language: string): TermTable {
  const stopWords = stopTerms(language);
  const isStopWord: boolean[] = [];
  const ids = new Map<string, number>();
  const names: string[] = [];
  const read: (ReportTerms | undefined)[] = reports.map(() => undefined);
  const idOf = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, names.length);
    isStopWord.push(stopWords.has(term));
    return names.push(term) - 1;
  };
  return {
    idOf,
    nameOf: (id) => names[id] ?? '',
    isStopWord: (id) => isStopWord[id] === true,
    of(index) {
      const known = read[index];
      if (known) return known;
      const frequencies = reportTerms(reports[index]?.read() ?? { title: '' });
      const terms = { ids: new Int32Array(frequencies.size), frequencies: new Int32Array(frequencies.size) };
      let position = 0;
      for (const [term, frequency] of frequencies) {
        terms.ids[position] = idOf(term);
        terms.frequencies[position] = frequency;
        position += 1;
      }
      read[index] = terms;
      return terms;
    },
  };
}
