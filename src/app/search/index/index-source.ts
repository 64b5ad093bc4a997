import type { SearchManifest, SearchSegment } from '../../../model/search/search-index.ts';

/** Where the files of the index come from: the site, or in tests a folder. */
export interface IndexSource {
  manifest: SearchManifest;
  /** Rejects if the file cannot be fetched, or if it is of another edition than the manifest. */
  shard: (segment: SearchSegment, index: number) => Promise<DecodedShard>;
  /** Groups of frequent words, the most frequent first. */
  words: () => Promise<string[][]>;
}

/** A shard: its terms, in the order of their code units, and the postings of each, which are still encoded. */
export interface DecodedShard {
  terms: string[];
  postings: string[];
}

/** A file of the index is of another edition than the manifest: the site was published in between. */
export class StaleIndexError extends Error {
  override name = 'StaleIndexError';
}
