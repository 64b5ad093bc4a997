import type { KeyedCache } from '../../../content/cache/keyed-cache.ts';
import { hashOf } from '../../../util/hash.ts';
import { type EventReport, HOUR, type ReportGroup } from '../terms/event-report.ts';
import type { TermTable } from '../terms/term-table.ts';
import { MAX_HOURS, type ReportPair } from './find-pairs.ts';

/** The number of reports in a segment, counted from the oldest report of a language. */
const SEGMENT_SIZE = 256;

/**
 * What is final of the reports up to the end of a segment, whatever reports follow: the key of a segment covers all
 * reports up to its end, so a new report leaves all full segments as they are.
 */
export interface ReportSegment {
  /** The first report that a later one may still be grouped with. Those before it are in groups of segments, or alone. */
  openFrom: number;
  /** The groups of the reports before `openFrom` that are in no segment before. */
  groups: ReportGroup[];
  /** How many of its reports use each term. */
  counts: TermCounts;
  /** Whether a bound left out pairs of reports. */
  isBounded: boolean;
}

/** Terms, separated by spaces, and a number for each. */
interface TermCounts {
  terms: string;
  numbers: number[];
}

export interface SegmentEnd {
  /** The index after its last report. */
  end: number;
  key: string;
}

/** The full segments of reports that are sorted oldest first. `settings` is all else that the groups depend on. */
export function segmentEnds(reports: readonly EventReport[], settings: string): SegmentEnd[] {
  const ends: SegmentEnd[] = [];
  let key = settings;
  for (let end = SEGMENT_SIZE; end <= reports.length; end += SEGMENT_SIZE) {
    const lines = reports.slice(end - SEGMENT_SIZE, end).map(({ version, at }) => `${version} ${at}`);
    key = hashOf([key, ...lines].join('\n'));
    ends.push({ end, key });
  }
  return ends;
}

/** The segments that the cache has, from the first one on. */
export function restoreSegments(ends: readonly SegmentEnd[], cache: KeyedCache<ReportSegment>): ReportSegment[] {
  const segments: ReportSegment[] = [];
  for (const { key } of ends) {
    const segment = cache.get(key);
    if (!segment) break;
    segments.push(segment);
  }
  return segments;
}

/** The numbers of reports that use each term, in all segments. A term may occur several times. */
export function* countsOf(
  segments: readonly ReportSegment[],
  idOf: TermTable['idOf'],
): Generator<readonly [term: number, count: number]> {
  for (const { terms, numbers } of segments.map(({ counts }) => counts)) {
    let position = 0;
    for (const term of terms.split(' ')) {
      yield [idOf(term), numbers[position] ?? 0];
      position += 1;
    }
  }
}

interface NewSegmentsInput {
  reports: readonly EventReport[];
  ends: readonly SegmentEnd[];
  /** The end of the last segment that was restored, and its `openFrom`. */
  restored: { end: number; openFrom: number };
  terms: TermTable;
  pairs: readonly ReportPair[];
  groups: readonly ReportGroup[];
  isBounded: boolean;
}

/** The segments after the restored ones. */
export function newSegments(input: NewSegmentsInput): (SegmentEnd & { segment: ReportSegment })[] {
  const { reports, ends, restored, terms, pairs, groups, isBounded } = input;
  const spans = connectedSpans(pairs);
  let { openFrom } = restored;
  return ends
    .filter(({ end }) => end > restored.end)
    .map(({ end, key }) => {
      const from = openFrom;
      openFrom = Math.max(from, findOpen(reports, end, spans));
      const isFinal = ({ members: [oldest = 0] }: ReportGroup): boolean => oldest >= from && oldest < openFrom;
      const counts = countTerms(terms, end - SEGMENT_SIZE, end);
      return { end, key, segment: { openFrom, groups: groups.filter(isFinal), counts, isBounded } };
    });
}

function countTerms({ ids, startOf, nameOf }: TermTable, start: number, end: number): TermCounts {
  const counts = new Map<number, number>();
  for (const id of ids.subarray(startOf(start), startOf(end))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { terms: Array.from(counts.keys(), nameOf).join(' '), numbers: [...counts.values()] };
}

interface Span {
  first: number;
  last: number;
}

/** The first report that may still be grouped with one after `end`: one of the last hours, or connected with one. */
function findOpen(reports: readonly EventReport[], end: number, spans: readonly Span[]): number {
  const limit = (reports[end - 1]?.at ?? 0) - MAX_HOURS * HOUR;
  let open = end;
  while (open > 0 && (reports[open - 1]?.at ?? 0) >= limit) open -= 1;
  // Reports that are connected are opened together.
  for (let before = -1; before !== open; ) {
    before = open;
    for (const { first, last } of spans) if (first < open && last >= open) open = first;
  }
  return open;
}

/** The first and the last report of each set of connected reports. */
function connectedSpans(pairs: readonly ReportPair[]): Span[] {
  const parents = new Map<number, number>();
  const rootOf = (index: number): number => {
    let root = index;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    // Shortens the way for the next call.
    for (let at = index; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const spans = new Map<number, Span>();
  for (const { older, newer } of pairs) {
    const [a, b] = [rootOf(older), rootOf(newer)];
    const [one, other] = [spans.get(a) ?? { first: a, last: a }, spans.get(b) ?? { first: b, last: b }];
    const span = { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
    if (a !== b) parents.set(b, a);
    spans.delete(b);
    spans.set(a, span);
  }
  return [...spans.values()];
}
