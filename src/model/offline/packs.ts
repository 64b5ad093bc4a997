import type { Article, Summary } from '../article.ts';
import type { SegmentRange } from '../search/search-index.ts';

/*
 * Packs: a reader who keeps stories for offline gets them in files of 100, and the search index in a file for each segment.
 * A service worker answers with their parts, see `src/worker/README.md`.
 */

const OFFLINE_FOLDER = 'data/offline';

/** A list of all packs. Fetched with each update, so it has no names. */
export const PACKS_FILE = `${OFFLINE_FOLDER}/packs.json`;

/** `n` counts from 1, the oldest pack. */
export const packFile = (n: number): string => `${OFFLINE_FOLDER}/${n}.json`;

export const searchPackFile = ({ at, count }: SegmentRange): string => `${OFFLINE_FOLDER}/search-${at}-${count}.json`;

/** The number of articles in a pack. The last one may have less. */
export const PACK_SIZE = 100;

/** The pack of an article by its position in the collection of all articles, from the oldest, which is 0. */
export const packOf = (position: number): number => Math.floor(position / PACK_SIZE) + 1;

/** `packs.json`. */
export interface PackList {
  format: typeof PACKS_FORMAT;
  /** The number of articles. */
  total: number;
  /** Oldest first. */
  packs: PackEntry[];
  /** The size of the pack of each segment of the search index, in bytes. */
  search: number[];
}

export const PACKS_FORMAT = 1;

/** The version of a pack, its size in bytes, and that of the images of this site in its articles, if there are any. */
export type PackEntry = [version: string, bytes: number, imageBytes?: number];

/** A pack: 100 articles in the order of the collection of all articles, from the oldest, and what their cards show. */
export interface ArticlePack {
  /** That of the list. Another one is of another edition. */
  version: string;
  summaries: Summary[];
  articles: Article[];
}

/** The files of a segment of the search index, by their addresses, see `versionedFile`. */
export interface SearchPack {
  version: string;
  files: Record<string, unknown>;
}
