import type { EventReport } from './event-report.ts';
import { reportTerms } from './report-terms.ts';
import { stopTerms } from './stop-words.ts';

/** A word of the title counts as often as so many of the excerpt. */
const TITLE_WEIGHT = 2;

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
  /** By term: the report that was read last and uses it, and its position there. */
  const lastUses: number[] = [];
  const positions: number[] = [];
  const read: (ReportTerms | undefined)[] = reports.map(() => undefined);
  const idOf = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, names.length);
    isStopWord.push(stopWords.has(term));
    lastUses.push(-1);
    positions.push(0);
    return names.push(term) - 1;
  };
  return {
    idOf,
    nameOf: (id) => names[id] ?? '',
    isStopWord: (id) => isStopWord[id] === true,
    of(index) {
      const known = read[index];
      if (known) return known;
      const { title, excerpt = '' } = reports[index]?.read() ?? { title: '' };
      const ofTitle = reportTerms(title);
      const own: number[] = [];
      const frequencies: number[] = [];
      for (const [at, term] of [...ofTitle, ...reportTerms(excerpt)].entries()) {
        const id = idOf(term);
        if (lastUses[id] !== index) {
          lastUses[id] = index;
          positions[id] = own.push(id) - 1;
          frequencies.push(0);
        }
        const position = positions[id] ?? 0;
        frequencies[position] = (frequencies[position] ?? 0) + (at < ofTitle.length ? TITLE_WEIGHT : 1);
      }
      const terms = { ids: new Int32Array(own), frequencies: new Int32Array(frequencies) };
      read[index] = terms;
      return terms;
    },
  };
}
