import type { ReportGroup, SharedTerms } from '../terms/event-report.ts';
import { type TermTable, termsIn } from '../terms/term-table.ts';
import type { TermWeights } from '../terms/weigh-terms.ts';
import { MIN_TERMS } from './find-pairs.ts';

/** Two reports with this cosine have the same text, but for small changes. */
const SAME_TEXT = 0.9;
const MAX_TERMS = 6;

interface GroupInput {
  members: readonly number[];
  terms: TermTable;
  weights: TermWeights;
}

/** Finds what the reports of a group share, and which of them are most similar. */
export function describeGroup({ members, terms, weights }: GroupInput): ReportGroup {
  const vectors = members.map((index) => vectorOf(index, terms, weights));
  const cosines = vectors.map((vector) => vectors.map((other) => (vector === other ? -1 : cosineOf(vector, other))));
  return {
    members: [...members],
    ...sharedTermsOf(vectors, terms),
    nearest: cosines.map(nearestIn),
    sameText: cosines.map((row, own) => {
      const first = row.findIndex((cosine) => cosine >= SAME_TEXT);
      return first >= 0 && first < own ? first : own;
    }),
  };
}

/** The index of the largest cosine; that of a report with the same text only if there is no other. */
function nearestIn(row: readonly number[]): number {
  const others = row.map((cosine) => (cosine >= SAME_TEXT ? -1 : cosine));
  const largest = Math.max(...others);
  return largest < 0 ? row.indexOf(Math.max(...row)) : others.indexOf(largest);
}

type Vector = Map<number, number>;

function vectorOf(index: number, terms: TermTable, weights: TermWeights): Vector {
  const start = terms.startOf(index);
  return new Map(Array.from(termsIn(terms, index), (id, position) => [id, weights[start + position] ?? 0]));
}

function cosineOf(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [id, weight] of a) sum += weight * (b.get(id) ?? 0);
  return sum;
}

/**
 * The terms that all reports use, or if these are too few, those that more than half of them use. Common terms and stop
 * words are left out.
 */
function sharedTermsOf(vectors: readonly Vector[], { nameOf, isStopWord }: TermTable): SharedTerms {
  const found = new Map<number, { reports: number; weight: number }>();
  for (const vector of vectors) {
    for (const [id, own] of vector) {
      if (own === 0 || isStopWord(id)) continue;
      const { reports, weight } = found.get(id) ?? { reports: 0, weight: 0 };
      found.set(id, { reports: reports + 1, weight: weight + own });
    }
  }
  const usedBy = (min: number): string[] =>
    [...found]
      .filter(([, { reports }]) => reports >= min)
      .sort(([, a], [, b]) => b.weight - a.weight)
      .slice(0, MAX_TERMS)
      .map(([id]) => nameOf(id));
  const all = usedBy(vectors.length);
  return all.length >= MIN_TERMS ? { terms: all } : { terms: usedBy(Math.floor(vectors.length / 2) + 1), isMost: true };
}
