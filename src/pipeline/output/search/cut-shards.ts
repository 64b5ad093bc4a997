/** An entry of the index, encoded. */
export interface IndexEntry {
  term: string;
  /** The number of articles. */
  count: number;
  postings: string;
}

/** The size of a shard in a segment of one block, in code units. Compressed it is about half. */
const BASE_SIZE = 5_600;
const BASE_ARTICLES = 256;
/** A query needs a shard of each segment: in a large segment a larger one, so that the manifest stays small. */
const GROWTH = 0.22;

const MIN_SHARE = 0.6;
const MAX_SHARE = 1.7;

/**
 * Cuts the sorted entries of a segment into shards. Beyond the least size a hash of a term decides whether a shard begins
 * with it, so a change of one entry moves no cuts but those next to it. A segment without terms has one empty shard.
 */
export function cutShards(entries: readonly IndexEntry[], articles: number): IndexEntry[][] {
  const size = BASE_SIZE * Math.max(1, articles / BASE_ARTICLES) ** GROWTH;
  const shards: IndexEntry[][] = [];
  let shard: IndexEntry[] = [];
  let length = 0;
  for (const entry of entries) {
    const added = entry.term.length + entry.postings.length + 2;
    const isStart =
      length > size * MIN_SHARE &&
      (length + added > size * MAX_SHARE || hashShare(entry.term) < added / (size * (1 - MIN_SHARE)));
    if (isStart) {
      shards.push(shard);
      shard = [];
      length = 0;
    }
    shard.push(entry);
    length += added;
  }
  return [...shards, shard];
}

/** A number from 0 to 1 that depends on the term alone (FNV-1a). http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashShare(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
