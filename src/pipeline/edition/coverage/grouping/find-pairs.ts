import { type EventReport, HOUR } from '../terms/event-report.ts';
import type { TermTable } from '../terms/term-table.ts';
import type { TermWeights } from '../terms/weigh-terms.ts';

/** Two reports that are similar. */
export interface ReportPair {
  /** The index of the older report. */
  older: number;
  newer: number;
  /** The cosine of their terms. */
  cosine: number;
  /** The cosine, less for the time between them and for a provider that both have. */
  score: number;
}

/** Reports further apart are never on one event. */
export const MAX_HOURS = 96;
/**
 * Two reports need so many common terms besides stop words. None may give more than `MAX_SHARE` of the cosine, and all
 * stop words no more than `MAX_STOP_SHARE`.
 */
export const MIN_TERMS = 2;
const MAX_SHARE = 0.6;
const MAX_STOP_SHARE = 0.5;
const MIN_SCORE = 0.08;
/** The score falls to 1/e in this time. */
const DECAY_HOURS = 36;
const DECAY_POWER = 1.5;
const SAME_PROVIDER = 0.5;

/** Bounds for days with very many reports on one subject. */
const BOUNDS = {
  /** The older uses of a term that are compared. */
  uses: 400,
  /** The pairs of one report with older ones. Where these are more, only the `best` count. */
  pairs: 64,
  best: 16,
};
/** With more reports than this within `MAX_HOURS`, the bounds are lower in proportion, down to `MIN_SHARE` of them. */
const MANY_REPORTS = 10_000;
const MIN_SHARE = 0.25;

interface PairInput {
  /** Oldest first. */
  reports: readonly EventReport[];
  terms: TermTable;
  weights: TermWeights;
  start: number;
}

/**
 * The pairs of similar reports from `start` on, ordered by the newer one. `isBounded` means that a bound left out some.
 */
export function findPairs({ reports, terms, weights, start }: PairInput): { pairs: ReportPair[]; isBounded: boolean } {
  const { startOf, ids, isStopWord } = terms;
  const olderUses = createOlderUses(ids);
  const cosines = createCosines(reports.length);
  const pairs: ReportPair[] = [];
  let isBounded = false;
  let oldestNear = 0;
  for (let newer = start; newer < reports.length; newer += 1) {
    const report = reports[newer];
    if (!report || report.isAlone) continue;
    const oldest = report.at - MAX_HOURS * HOUR;
    while ((reports[oldestNear]?.at ?? oldest) < oldest) oldestNear += 1;
    const bounds = boundsFor(newer - oldestNear);
    const end = startOf(newer + 1);
    for (let use = startOf(newer); use < end; use += 1) {
      const weight = weights[use] ?? 0;
      if (weight === 0) continue;
      const isOfStopWord = isStopWord(ids[use] ?? 0);
      let left = bounds.uses;
      for (let older = olderUses.add(use, newer); older >= 0; older = olderUses.before(older)) {
        const index = olderUses.reportOf(older);
        if (index < oldestNear) break;
        if (left === 0) {
          isBounded = true;
          break;
        }
        left -= 1;
        cosines.add(index, weight * (weights[older] ?? 0), isOfStopWord);
      }
    }
    const found = cosines.take().flatMap(({ index, cosine }): ReportPair[] => {
      const score = cosine * closeness(reports[index] ?? report, report);
      return score < MIN_SCORE ? [] : [{ older: index, newer, cosine, score }];
    });
    isBounded ||= found.length > bounds.pairs;
    for (const pair of bestOf(found, bounds)) pairs.push(pair);
  }
  return { pairs, isBounded };
}

/** The bounds for a report, by the number of older ones within `MAX_HOURS`. */
function boundsFor(older: number): typeof BOUNDS {
  const share = Math.max(MIN_SHARE, Math.min(1, MANY_REPORTS / older));
  const boundOf = (name: keyof typeof BOUNDS): number => Math.floor(BOUNDS[name] * share);
  return { uses: boundOf('uses'), pairs: boundOf('pairs'), best: boundOf('best') };
}

const bestOf = (found: ReportPair[], { pairs, best }: typeof BOUNDS): ReportPair[] =>
  found.length <= pairs ? found : found.sort((a, b) => b.score - a.score || a.older - b.older).slice(0, best);

function closeness(a: EventReport, b: EventReport): number {
  const hours = Math.abs(a.at - b.at) / HOUR;
  const ofTime = Math.exp(-((hours / DECAY_HOURS) ** DECAY_POWER));
  return a.provider !== undefined && a.provider === b.provider ? ofTime * SAME_PROVIDER : ofTime;
}

/** The uses of each term, see `TermTable`: from one to the next older one. Those of weight 0 and of reports that are alone are never added. */
function createOlderUses(ids: Int32Array) {
  const previous = new Int32Array(ids.length);
  const reports = new Int32Array(ids.length);
  /** By term. */
  const last: number[] = [];
  return {
    /** Adds a use by a report. Returns the last use of the term before it, -1 if there is none. */
    add(use: number, report: number): number {
      const id = ids[use] ?? 0;
      while (last.length <= id) last.push(-1);
      const before = last[id] ?? -1;
      previous[use] = before;
      reports[use] = report;
      last[id] = use;
      return before;
    },
    before: (use: number): number => previous[use] ?? -1,
    reportOf: (use: number): number => reports[use] ?? -1,
  };
}

/**
 * Adds up the cosines of one report with others, term by term. `take` returns those of reports with enough common terms,
 * and starts again.
 */
function createCosines(length: number) {
  const sums = new Float64Array(length);
  const largest = new Float64Array(length);
  const ofStopWords = new Float64Array(length);
  const counts = new Uint32Array(length);
  const isTouched = new Uint8Array(length);
  const touched: number[] = [];
  return {
    add(index: number, part: number, isStopWord: boolean): void {
      if (isTouched[index] === 0) touched.push(index);
      isTouched[index] = 1;
      if (isStopWord) ofStopWords[index] = (ofStopWords[index] ?? 0) + part;
      else counts[index] = (counts[index] ?? 0) + 1;
      sums[index] = (sums[index] ?? 0) + part;
      if (part > (largest[index] ?? 0)) largest[index] = part;
    },
    take(): { index: number; cosine: number }[] {
      const found = [];
      for (const index of touched) {
        const cosine = sums[index] ?? 0;
        if (
          cosine >= MIN_SCORE &&
          (counts[index] ?? 0) >= MIN_TERMS &&
          (largest[index] ?? 0) <= MAX_SHARE * cosine &&
          (ofStopWords[index] ?? 0) <= MAX_STOP_SHARE * cosine
        )
          found.push({ index, cosine });
        sums[index] = 0;
        largest[index] = 0;
        ofStopWords[index] = 0;
        isTouched[index] = 0;
        counts[index] = 0;
      }
      touched.length = 0;
      return found.sort((a, b) => a.index - b.index);
    },
  };
}
