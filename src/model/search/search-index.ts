/*
 * The format of the search index: static JSON files that the browser reads in part.
 *
 * The index is in segments of consecutive articles, and the terms of a segment are in shards, in the order of their code
 * units. A query fetches the manifest once, and for each of its words one shard of each segment.
 */

export const SEARCH_MANIFEST_FILE = 'data/search/index.json';
export const SEARCH_WORDS_FILE = 'data/search/words.json';

const segmentFolder = ({ at, count }: SegmentRange): string => `data/search/${at}-${count}`;

/** `index` counts the shards of a segment from 0. */
export const shardFile = (segment: SegmentRange, index: number): string => `${segmentFolder(segment)}/${index}.json`;

/** The address of a shard or of the word list: the version of its segment is the query. */
export const versionedFile = (path: string, { version }: Pick<SearchSegment, 'version'>): string =>
  `${path}?v=${version}`;

/** The articles of a segment, by their positions in the collection of all articles, from the oldest. */
export interface SegmentRange {
  /** The position of the first article. */
  at: number;
  count: number;
}

/** `data/search/index.json`. */
export interface SearchManifest {
  format: typeof SEARCH_FORMAT;
  /** The number of articles. */
  total: number;
  /** Whether the index has the words of bodies. */
  hasBodies?: true;
  /** Oldest first. */
  segments: SearchSegment[];
}

export const SEARCH_FORMAT = 1;

export interface SearchSegment extends SegmentRange {
  /** Changes with the files of the segment. It is the query of their addresses. */
  version: string;
  /** When its newest article was published. */
  newestAt: string;
  /** The first term of each shard, cut where it differs from the last term before it. Joined by spaces. */
  starts: string;
}

/** A shard: its terms, see `encodeTerms`, and for each term its postings, see `encodePostings`. Both joined by spaces. */
export type SearchShard = [terms: string, postings: string];

/**
 * `words.json`: the most frequent words of the first segment, which is the largest. Misspelled words are compared with
 * them. They are in groups, the most frequent first. Each group is sorted, and encoded by `encodeTerms`.
 */
export type SearchWordList = string[];

/** The parts of an article in which a term occurs, as bits. */
export const FIELD = { title: 1, excerpt: 2, names: 4, body: 8 } as const;

/** A word in a larger share of articles tells little about them. It is optional, and large segments omit its positions. */
export const FREQUENT_SHARE = 0.3;

/** The number of blocks of articles in a segment is a power of two. */
const BLOCK = 256;

/**
 * The segments of an edition, by its number of articles alone. Full blocks of 256 articles are joined to segments of a
 * power of two of blocks, the largest first. The last segment has the rest. So a new article changes only the last
 * segment, unless it completes a block.
 */
export function segmentRanges(total: number): SegmentRange[] {
  const ranges: SegmentRange[] = [];
  const blocks = Math.floor(total / BLOCK);
  let at = 0;
  for (let size = 2 ** 31; size >= 1; size /= 2) {
    if (Math.floor(blocks / size) % 2 === 0) continue;
    ranges.push({ at, count: size * BLOCK });
    at += size * BLOCK;
  }
  if (total > at) ranges.push({ at, count: total - at });
  return ranges;
}

/** Encodes sorted terms: each is the number of code units that it shares with the one before it, and the rest. */
export function encodeTerms(terms: readonly string[]): string {
  let previous = '';
  return terms
    .map((term) => {
      const shared = sharedLength(previous, term);
      previous = term;
      return DIGITS.charAt(shared) + term.slice(shared);
    })
    .join(' ');
}

export function decodeTerms(encoded: string): string[] {
  let previous = '';
  return encoded.split(' ').map((part) => {
    previous = previous.slice(0, DIGITS.indexOf(part.charAt(0))) + part.slice(1);
    return previous;
  });
}

/** The number of code units that both begin with, at most 63. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length, DIGITS.length - 1);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  // Half of a surrogate pair cannot be written as UTF-8.
  return /[\uD800-\uDBFF]/.test(b.charAt(length - 1)) ? length - 1 : length;
}

/** The articles of one term: positions from the start of the segment, in ascending order, and their fields. */
export interface Postings {
  positions: ArrayLike<number>;
  fields: ArrayLike<number>;
}

/**
 * Encodes postings. Those with the same fields are together: a sign for the fields (none for the excerpt alone, which is
 * most frequent), then the distance of each position from the previous one, less one, as digits.
 */
export function encodePostings({ positions, fields }: Postings): string {
  const groups = new Map<number, string>();
  const previous = new Map<number, number>();
  for (let index = 0; index < positions.length; index += 1) {
    const [position, field] = [positions[index] as number, fields[index] as number];
    groups.set(field, (groups.get(field) ?? '') + encodeNumber(position - (previous.get(field) ?? -1) - 1));
    previous.set(field, position);
  }
  return (
    [...groups]
      // Those without a sign come first.
      .sort(([a], [b]) => signOf(a).length - signOf(b).length || a - b)
      .map(([field, digits]) => signOf(field) + digits)
      .join('')
  );
}

/** Calls `visit` for each posting. The positions of one field are in ascending order. */
export function visitPostings(encoded: string, visit: (position: number, fields: number) => void): void {
  let fields: number = FIELD.excerpt;
  let previous = -1;
  let value = 0;
  for (let index = 0; index < encoded.length; index += 1) {
    const digit = VALUES[encoded.charCodeAt(index)] as number;
    if (digit < 0) {
      fields = SIGNS.indexOf(encoded.charAt(index)) + 1;
      previous = -1;
      continue;
    }
    value = value * 32 + (digit & 31);
    if (digit > 31) continue;
    previous += value + 1;
    value = 0;
    visit(previous, fields);
  }
}

/** For a term in so many articles of a large segment that their positions are left out. */
export const encodeOmitted = (count: number): string => `${OMITTED}${count}`;

/** The number of articles of a term whose positions are left out; `undefined` if they are there. */
export const omittedCount = (encoded: string): number | undefined =>
  encoded.startsWith(OMITTED) ? Number(encoded.slice(1)) : undefined;

const OMITTED = '*';
/** The signs of the fields 1 to 15. */
const SIGNS = '!:$%&()+,./;<=>';
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
/** The value of each digit by its code unit, -1 for a sign. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));

const signOf = (fields: number): string => (fields === FIELD.excerpt ? '' : SIGNS.charAt(fields - 1));

/** Digits of 5 bits, the highest first. All but the last have the sixth bit. */
function encodeNumber(value: number): string {
  let digits = DIGITS.charAt(value & 31);
  for (let rest = Math.floor(value / 32); rest > 0; rest = Math.floor(rest / 32)) {
    digits = DIGITS.charAt(32 + (rest & 31)) + digits;
  }
  return digits;
}
