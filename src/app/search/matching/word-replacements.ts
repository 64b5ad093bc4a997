import type { SearchSegment } from '../../../model/search/search-index.ts';
import { editDistance } from '../../../model/text/edit-distance.ts';
import { shardOf } from '../index/find-shards.ts';
import type { IndexSource } from '../index/index-source.ts';

/** Words with fewer letters are not corrected, those with more may have two wrong letters. */
const MIN_LETTERS = 4;
const TWO_EDITS = 8;
const MIN_LETTERS_OF_START = 6;
const MAX_FOUND = 3;
/** The fewest letters of a word that was written together with another one. */
const MIN_PART = 3;

/** Words that differ from a word in one or two letters, the most likely first. */
export async function nearSpellings(
  word: string,
  source: IndexSource,
  segments: readonly SearchSegment[],
): Promise<string[]> {
  if (word.length < MIN_LETTERS) return [];
  const limit = word.length < TWO_EDITS ? 1 : 2;
  const likely = new Map<string, number>();
  const letters = lettersOf(word);
  const consider = (other: string, group: number): void => {
    if (Math.abs(other.length - word.length) > limit || countBits(letters ^ lettersOf(other)) > 2 * limit) return;
    const distance = editDistance(word, other, limit);
    if (distance === 0 || distance > limit) return;
    // In a short word, another first letter makes another word.
    if (word.length < MIN_LETTERS_OF_START && !haveSameStart(word, other)) return;
    const rank = distance * 10 + group + (other[0] === word[0] ? 0 : 1);
    likely.set(other, Math.min(rank, likely.get(other) ?? rank));
  };
  for (const [group, words] of (await frequentWords(source)).entries()) {
    for (const other of words) consider(other, group);
  }
  // The shards in which the word would be are loaded.
  for (const terms of await termsNear(word, source, segments)) for (const other of terms) consider(other, 4);
  return [...likely]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MAX_FOUND)
    .map(([other]) => other);
}

/** The places at which a word may be two words: one of them is a frequent word, or better both. The most likely first. */
export async function splitWord(
  word: string,
  source: IndexSource,
  segments: readonly SearchSegment[],
): Promise<[string, string][]> {
  const known = new Set((await frequentWords(source)).flat());
  // The words with which it begins are near it.
  for (const terms of await termsNear(word, source, segments)) for (const term of terms) known.add(term);
  const knownLetters = (parts: [string, string]): number =>
    parts.reduce((sum, part) => sum + (known.has(part) ? part.length : 0), 0);
  const parts: [string, string][] = [];
  for (let at = MIN_PART; at <= word.length - MIN_PART; at += 1) parts.push([word.slice(0, at), word.slice(at)]);
  return parts
    .filter((each) => knownLetters(each) > 0)
    .sort((a, b) => knownLetters(b) - knownLetters(a))
    .slice(0, MAX_FOUND);
}

/** The terms of the shards in which a word would be. */
const termsNear = (word: string, source: IndexSource, segments: readonly SearchSegment[]): Promise<string[][]> =>
  Promise.all(segments.map(async (segment) => (await source.shard(segment, shardOf(segment, word))).terms));

/** Whether two words begin alike, or with the first two letters swapped. */
const haveSameStart = (a: string, b: string): boolean => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);

/** The letters of a word as bits: an edit changes two of them at most. Some letters share a bit. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Groups of frequent words, the most frequent first. None if they cannot be fetched. */
const frequentWords = (source: IndexSource): Promise<string[][]> => source.words().catch(() => []);
