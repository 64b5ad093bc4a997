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
  weights: ReadonlyMap<number, TermWeights>;
  start: number;
}

/**
 * The pairs of similar reports from `start` on, ordered by the newer one. `isBounded` means that a bound left out some.
 */
export function findPairs({ reports, terms, weights, start }: PairInput): { pairs: ReportPair[]; isBounded: boolean } {
  const usesOf = createUses();
  const cosines = createCosines(reports.length);
  const pairs: ReportPair[] = [];
  let isBounded = false;
  let oldestNear = 0;
  for (let newer = start; newer < reports.length; newer += 1) {
    const report = reports[newer];
    const own = weights.get(newer);
    if (!report || !own || report.isAlone) continue;
    const oldest = report.at - MAX_HOURS * HOUR;
    while ((reports[oldestNear]?.at ?? oldest) < oldest) oldestNear += 1;
    const bounds = boundsFor(newer - oldestNear);
    const { ids } = terms.of(newer);
    for (let position = 0; position < ids.length; position += 1) {
      const weight = own[position] ?? 0;
      if (weight === 0) continue;
      const id = ids[position] ?? 0;
      const uses = usesOf(id);
      while (uses.first < uses.reports.length && (reports[uses.reports[uses.first] ?? 0]?.at ?? 0) < oldest)
        uses.first += 1;
      const first = Math.max(uses.first, uses.reports.length - bounds.uses);
      isBounded ||= first > uses.first;
      cosines.add(uses, { first, weight, isStopWord: terms.isStopWord(id) });
      uses.reports.push(newer);
      uses.weights.push(weight);
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

/** The reports that use a term, oldest first, with its weight in each. Those before `first` are too old. */
interface TermUses {
  reports: number[];
  weights: number[];
  first: number;
}

/** The uses of a term, by its number. */
function createUses(): (term: number) => TermUses {
  const all: (TermUses | undefined)[] = [];
  return (term) => {
    while (all.length <= term) all.push(undefined);
    const uses = all[term] ?? { reports: [], weights: [], first: 0 };
    all[term] = uses;
    return uses;
  };
}

/** A term of the newer report, and the first of the older uses to compare with. */
interface UsedTerm {
  first: number;
  weight: number;
  isStopWord: boolean;
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
    add({ reports, weights }: TermUses, { first, weight, isStopWord }: UsedTerm): void {
      for (let at = first; at < reports.length; at += 1) {
        const index = reports[at] ?? 0;
        const part = weight * (weights[at] ?? 0);
        if (isTouched[index] === 0) touched.push(index);
        isTouched[index] = 1;
        if (isStopWord) ofStopWords[index] = (ofStopWords[index] ?? 0) + part;
        else counts[index] = (counts[index] ?? 0) + 1;
        sums[index] = (sums[index] ?? 0) + part;
        if (part > (largest[index] ?? 0)) largest[index] = part;
      }
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
