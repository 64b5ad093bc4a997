import type { CollectionPositions } from './edition.ts';

/** The positions of a collection's articles, in ascending order. */
export function decodePositions(deltas: CollectionPositions): number[] {
  let position = 0;
  return deltas.map((delta) => {
    position += delta;
    return position;
  });
}
