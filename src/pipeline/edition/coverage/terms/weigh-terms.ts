import { type Background, MIN_BACKGROUND } from './background.ts';
import { type EventReport, HOUR } from './event-report.ts';
import { type TermTable, termsIn } from './term-table.ts';

/** The weight of each use of a term, in the order of the table. As a vector those of a report have unit length; before `start` they are 0. */
export type TermWeights = Float64Array;

/** A term that no other report uses within this time, before or after, weighs less. */
const LONE_HOURS = 48;
const LONE_WEIGHT = 0.8;

interface WeighInput {
  /** Oldest first. */
  reports: readonly EventReport[];
  /** Has the reports from `firstToRead(reports, start)` on. */
  terms: TermTable;
  /** Has counted the reports before `start`, and at least the `MIN_BACKGROUND` oldest. */
  background: Background;
  start: number;
}

/** Weighs the terms of each report from `start` on. Counts these reports in the background. */
export function weighTerms({ reports, terms, background, start }: WeighInput): TermWeights {
  const isLone = findLoneTerms(reports, terms, firstToRead(reports, start));
  const weights = new Float64Array(terms.ids.length);
  for (let index = start; index < reports.length; index += 1) {
    if (index >= MIN_BACKGROUND) background.add(termsIn(terms, index));
    weighReport(weights, terms, { background, isLone, index });
  }
  return weights;
}

interface ReportInput extends Pick<WeighInput, 'background'> {
  isLone: Uint8Array;
  index: number;
}

function weighReport(
  weights: TermWeights,
  { startOf, ids, frequencies }: TermTable,
  { background, isLone, index }: ReportInput,
): void {
  const [start, end] = [startOf(index), startOf(index + 1)];
  let squares = 0;
  for (let use = start; use < end; use += 1) {
    const common = (1 + Math.log(frequencies[use] ?? 1)) * background.weightOf(ids[use] ?? 0);
    const weight = isLone[use] === 1 ? common * LONE_WEIGHT : common;
    weights[use] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let use = start; use < end; use += 1) weights[use] = (weights[use] ?? 0) / length;
}

/** For each use of a term by a report from `first` on, 1 if no other report uses it within `LONE_HOURS`. */
function findLoneTerms(reports: readonly EventReport[], terms: TermTable, first: number): Uint8Array {
  const { startOf, ids } = terms;
  const isLone = new Uint8Array(ids.length).fill(1);
  /** By term: its last use, and the report. */
  const lastUses: number[] = [];
  const lastReports: number[] = [];
  for (let index = first; index < reports.length; index += 1) {
    const end = startOf(index + 1);
    for (let use = startOf(index); use < end; use += 1) {
      const id = ids[use] ?? 0;
      while (lastReports.length <= id) {
        lastReports.push(-1);
        lastUses.push(-1);
      }
      const last = lastReports[id] ?? -1;
      if (last >= 0 && isWithin(reports, last, index, LONE_HOURS)) {
        isLone[use] = 0;
        isLone[lastUses[id] ?? 0] = 0;
      }
      lastReports[id] = index;
      lastUses[id] = use;
    }
  }
  return isLone;
}

/** The first report whose terms influence the weights of those from `start` on. */
export function firstToRead(reports: readonly EventReport[], start: number): number {
  let first = start;
  while (first > 0 && isWithin(reports, first - 1, start, LONE_HOURS)) first -= 1;
  return first;
}

const isWithin = (reports: readonly EventReport[], older: number, newer: number, hours: number): boolean =>
  (reports[newer]?.at ?? 0) - (reports[older]?.at ?? 0) <= hours * HOUR;
