import { type Background, MIN_BACKGROUND } from './background.ts';
import { type EventReport, HOUR } from './event-report.ts';
import type { ReportTerms, TermTable } from './term-table.ts';

/** The weights of a report's terms, in their order. As a vector they have unit length. */
export type TermWeights = Float64Array;

/** A term that no other report uses within this time, before or after, weighs less. */
const LONE_HOURS = 48;
const LONE_WEIGHT = 0.8;

interface WeighInput {
  /** Oldest first. */
  reports: readonly EventReport[];
  terms: TermTable;
  /** Has counted the reports before `start`, and at least the `MIN_BACKGROUND` oldest. */
  background: Background;
  start: number;
}

/** The weights of the terms of each report from `start` on, by its index. Counts these reports in the background. */
export function weighTerms({ reports, terms, background, start }: WeighInput): Map<number, TermWeights> {
  const isLone = findLoneTerms(reports, terms, start);
  const weights = new Map<number, TermWeights>();
  for (let index = start; index < reports.length; index += 1) {
    const own = terms.of(index);
    if (index >= MIN_BACKGROUND) background.add(own.ids);
    weights.set(index, weightsOf(own, background, isLone.get(index)));
  }
  return weights;
}

function weightsOf({ ids, frequencies }: ReportTerms, background: Background, isLone?: Uint8Array): TermWeights {
  const weights = new Float64Array(ids.length);
  let squares = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const common = (1 + Math.log(frequencies[at] ?? 1)) * background.weightOf(ids[at] ?? 0);
    const weight = isLone?.[at] === 1 ? common * LONE_WEIGHT : common;
    weights[at] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < ids.length; at += 1) weights[at] = (weights[at] ?? 0) / length;
  return weights;
}

/** For each report from `start` on, and each of its terms, 1 if no other report uses it within `LONE_HOURS`. */
function findLoneTerms(reports: readonly EventReport[], terms: TermTable, start: number): Map<number, Uint8Array> {
  const isLone = new Map<number, Uint8Array>();
  /** The last use of each term: the report, and the position of the term in it. */
  const lastReports: number[] = [];
  const lastPositions: number[] = [];
  for (let index = firstWithin(reports, start, LONE_HOURS); index < reports.length; index += 1) {
    const { ids } = terms.of(index);
    const own = new Uint8Array(ids.length).fill(1);
    isLone.set(index, own);
    for (let position = 0; position < ids.length; position += 1) {
      const id = ids[position] ?? 0;
      while (lastReports.length <= id) {
        lastReports.push(-1);
        lastPositions.push(-1);
      }
      const last = lastReports[id] ?? -1;
      if (last >= 0 && isWithin(reports, last, index, LONE_HOURS)) {
        own[position] = 0;
        const other = isLone.get(last);
        if (other) other[lastPositions[id] ?? 0] = 0;
      }
      lastReports[id] = index;
      lastPositions[id] = position;
    }
  }
  return isLone;
}

/** The first report within so many hours before another one. */
function firstWithin(reports: readonly EventReport[], index: number, hours: number): number {
  let first = index;
  while (first > 0 && isWithin(reports, first - 1, index, hours)) first -= 1;
  return first;
}

const isWithin = (reports: readonly EventReport[], older: number, newer: number, hours: number): boolean =>
  (reports[newer]?.at ?? 0) - (reports[older]?.at ?? 0) <= hours * HOUR;
