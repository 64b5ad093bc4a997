import { type CollectionId, type DayRun, PAGE_SIZE } from '../../../model/edition.ts';
import { PACK_SIZE, type PackEntry, type PackList, packOf } from '../../../model/offline/packs.ts';

/** The stories of a collection that are kept: those from a place on, counted from the oldest. */
export interface Target {
  collection: CollectionId;
  /** The number of stories of the collection. */
  total: number;
  /** The first place. */
  from: number;
  /** The position of a story in the collection of all articles, by its place in this one. */
  positionAt: (place: number) => number;
  /** The file that tells the places, and its path, percent-encoded. */
  file: [path: string, value: unknown];
  hasImages: boolean;
}

const DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * The place from which the stories of the last seven days are kept, up to the day of the newest one. The first page of the
 * list is complete.
 */
export function firstOfLastDays(days: readonly DayRun[]): number {
  const newest = days.reduce((latest, [day]) => (day > latest ? day : latest), '');
  const first = new Date(Date.parse(newest) - (DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  let place = 0;
  for (const [day, count] of days) {
    if (day >= first) break;
    place += count;
  }
  return place - (place % PAGE_SIZE);
}

/** The stories to keep, by their positions, each with whether its images are kept, too. */
export function positionsOf(targets: readonly Target[]): Map<number, boolean> {
  const positions = new Map<number, boolean>();
  for (const { total, from, positionAt, hasImages } of targets) {
    for (let place = from; place < total; place += 1) {
      const position = positionAt(place);
      positions.set(position, hasImages || positions.get(position) === true);
    }
  }
  return positions;
}

/** A pack of which stories are kept. */
export interface PlannedPack {
  /** Counts from 1. */
  number: number;
  entry: PackEntry;
  /** See `positionsOf`. */
  positions: Map<number, boolean>;
  /** Whether the pack is fetched. Of one that has too little to keep, the files of its articles are. */
  isFetched: boolean;
}

/** Of a pack with a smaller share of stories to keep, single files are fetched. */
const MIN_SHARE = 0.25;

/** The packs of the stories to keep, the newest first: so the newest stories are there first. */
export function planPacks(list: PackList, positions: ReadonlyMap<number, boolean>): PlannedPack[] {
  const packs = new Map<number, Map<number, boolean>>();
  for (const [position, hasImages] of positions) {
    const number = packOf(position);
    const own = packs.get(number) ?? new Map<number, boolean>();
    packs.set(number, own.set(position, hasImages));
  }
  return [...packs]
    .flatMap(([number, own]): PlannedPack[] => {
      const entry = list.packs[number - 1];
      if (!entry) return [];
      return [{ number, entry, positions: own, isFetched: own.size >= sizeOfPack(list, number) * MIN_SHARE }];
    })
    .sort((a, b) => b.number - a.number);
}

const sizeOfPack = ({ total }: PackList, number: number): number =>
  Math.min(PACK_SIZE, total - (number - 1) * PACK_SIZE);

/** The sizes of what is kept, in bytes. */
export interface PlanSize {
  stories: number;
  /** Without images. */
  bytes: number;
  /** Those of the images of this site. */
  imageBytes: number;
}

/** About how much space the stories of packs take, with the index of the search. */
export function sizeOfPlan(list: PackList, packs: readonly PlannedPack[]): PlanSize {
  const size: PlanSize = { stories: 0, bytes: list.search.reduce((sum, bytes) => sum + bytes, 0), imageBytes: 0 };
  for (const { number, entry, positions } of packs) {
    const [, bytes, imageBytes = 0] = entry;
    const share = positions.size / sizeOfPack(list, number);
    size.stories += positions.size;
    size.bytes += bytes * share;
    size.imageBytes += imageBytes * share;
  }
  return size;
}

/** About how many bytes are fetched for a pack. */
export function costOf(list: PackList, { number, entry, positions, isFetched }: PlannedPack): number {
  const [, bytes, imageBytes = 0] = entry;
  const withImages = [...positions.values()].filter(Boolean).length;
  const size = sizeOfPack(list, number);
  return (isFetched ? bytes : (bytes * positions.size) / size) + (imageBytes * withImages) / size;
}
