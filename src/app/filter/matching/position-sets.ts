import type { PositionRange } from '../address/period.ts';

/** Positions in the collection of all articles, from the oldest. In ascending order, without duplicates. */
export type Positions = readonly number[];

/** The positions that are in both. */
export function intersect(a: Positions, b: Positions): number[] {
  const both: number[] = [];
  let next = 0;
  for (const position of a) {
    while (next < b.length && (b[next] as number) < position) next += 1;
    if (b[next] === position) both.push(position);
  }
  return both;
}

/** The positions of `a` that are not in `b`. */
export function difference(a: Positions, b: Positions): number[] {
  const rest: number[] = [];
  let next = 0;
  for (const position of a) {
    while (next < b.length && (b[next] as number) < position) next += 1;
    if (b[next] !== position) rest.push(position);
  }
  return rest;
}

/** The positions that are in either. */
export function union(a: Positions, b: Positions): number[] {
  const either: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x = Number.POSITIVE_INFINITY, y = Number.POSITIVE_INFINITY] = [a[i], b[j]];
    either.push(Math.min(x, y));
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return either;
}

/** The positions that are in one of the ranges. The ranges are in ascending order. */
export function inRanges(positions: Positions, ranges: readonly PositionRange[]): number[] {
  let next = 0;
  return positions.filter((position) => {
    while (next < ranges.length && (ranges[next] as PositionRange)[1] <= position) next += 1;
    const range = ranges[next];
    return range !== undefined && position >= range[0];
  });
}

/** All positions of the ranges. */
export const positionsIn = (ranges: readonly PositionRange[]): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index));

/** The index of a position, by binary search; -1 if it is not in the set. */
export function indexOfPosition(positions: Positions, position: number): number {
  let [low, high] = [0, positions.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = positions[middle] as number;
    if (found === position) return middle;
    if (found < position) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
