import type { FeedPositions } from '../../../model/edition.ts';
import type { Range } from '../address/period.ts';

/** Places in the feed of all, counted from the oldest, in ascending order, each once. */
export type Places = readonly number[];

export function decodePlaces(deltas: FeedPositions): number[] {
  let place = 0;
  return deltas.map((delta) => {
    place += delta;
    return place;
  });
}

/** The places that are in both. */
export function intersect(a: Places, b: Places): number[] {
  const both: number[] = [];
  let next = 0;
  for (const place of a) {
    while (next < b.length && (b[next] as number) < place) next += 1;
    if (b[next] === place) both.push(place);
  }
  return both;
}

/** The places of `a` that are not in `b`. */
export function subtract(a: Places, b: Places): number[] {
  const rest: number[] = [];
  let next = 0;
  for (const place of a) {
    while (next < b.length && (b[next] as number) < place) next += 1;
    if (b[next] !== place) rest.push(place);
  }
  return rest;
}

/** The places that are in either. */
export function unite(a: Places, b: Places): number[] {
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

/** The places that lie in one of the ranges, which are in ascending order. */
export function within(places: Places, ranges: readonly Range[]): number[] {
  let next = 0;
  return places.filter((place) => {
    while (next < ranges.length && (ranges[next] as Range)[1] <= place) next += 1;
    const range = ranges[next];
    return range !== undefined && place >= range[0];
  });
}

/** All places of the ranges. */
export const placesOf = (ranges: readonly Range[]): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index));

/** Where a place stands among others; negative when it is not one of them. */
export function indexOfPlace(places: Places, place: number): number {
  let [low, high] = [0, places.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = places[middle] as number;
    if (found === place) return middle;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
