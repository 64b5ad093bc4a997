import { IntegerList } from '../../../util/integer-list.ts';
import type { EventReport } from './event-report.ts';
import { reportTerms } from './report-terms.ts';
import { stopTerms } from './stop-words.ts';

/** A word of the title counts as often as so many of the excerpt. */
const TITLE_WEIGHT = 2;

/**
 * The terms of reports, as numbers in the order in which they are found. Each term of a report is one use. The uses of all
 * reports that are read are in one list, report by report: a list for each of 100,000 reports takes much more memory.
 */
export interface TermTable {
  /** Where the uses of a report start, by its index, from `first` on. They end where those of the next one start. */
  startOf: (index: number) => number;
  /** The term of each use. */
  ids: Int32Array;
  /** For each use, how often the report has the term. */
  frequencies: Int32Array;
  idOf: (term: string) => number;
  nameOf: (id: number) => string;
  /** Whether it is a word that says nothing about an event. */
  isStopWord: (id: number) => boolean;
}

interface TermTableInput {
  reports: readonly EventReport[];
  /** The index of the first report that is read. */
  first: number;
  /** A language tag without a region. */
  language: string;
}

/** Reads each report from `first` on once. */
export function createTermTable({ reports, first, language }: TermTableInput): TermTable {
  const stopWords = stopTerms(language);
  const isStopWord: boolean[] = [];
  const names: string[] = [];
  const numbers = new Map<string, number>();
  /** By term, the position of the last use. */
  const lastUses: number[] = [];
  const idOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, names.length);
    isStopWord.push(stopWords.has(term));
    lastUses.push(-1);
    return names.push(term) - 1;
  };

  const starts = new Int32Array(reports.length - first + 1);
  const ids = new IntegerList(ESTIMATED_TERMS * starts.length);
  const frequencies = new IntegerList(ESTIMATED_TERMS * starts.length);
  const addText = (text: string, weight: number, start: number): void => {
    for (const term of reportTerms(text)) {
      const id = idOf(term);
      const last = lastUses[id] ?? -1;
      if (last >= start) {
        frequencies.increase(last, weight);
        continue;
      }
      lastUses[id] = ids.length;
      ids.push(id);
      frequencies.push(weight);
    }
  };
  for (let index = first; index < reports.length; index += 1) {
    const start = ids.length;
    const { title, excerpt = '' } = reports[index]?.read() ?? { title: '' };
    addText(title, TITLE_WEIGHT, start);
    addText(excerpt, 1, start);
    starts[index - first + 1] = ids.length;
  }
  return {
    startOf: (index) => starts[index - first] ?? 0,
    ids: ids.values,
    frequencies: frequencies.values,
    idOf,
    nameOf: (id) => names[id] ?? '',
    isStopWord: (id) => isStopWord[id] === true,
  };
}

/** More than reports have on average. */
const ESTIMATED_TERMS = 48;

/** The terms of a report. */
export const termsIn = ({ ids, startOf }: TermTable, index: number): Int32Array =>
  ids.subarray(startOf(index), startOf(index + 1));
