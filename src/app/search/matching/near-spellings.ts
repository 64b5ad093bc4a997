import type { SearchSegment } from '../../../model/search/search-index.ts';
import { editDistance } from '../../../model/text/edit-distance.ts';
import { shardOf } from '../index/find-shards.ts';
import type { IndexSource } from '../index/index-source.ts';

/** Words with fewer letters are not corrected, those with more may have two wrong letters. */
const MIN_LETTERS = 4;
const TWO_EDITS = 8;
const MAX_FOUND = 3;
/** The lists of so many segments are fetched: they share most of their words. */
const MAX_LISTS = 3;

/** Words that differ from a word in one or two letters, the most likely first. */
export async function nearSpellings(
  word: string,
  source: IndexSource,
  segments: readonly SearchSegment[],
): Promise<string[]> {
  if (word.length < MIN_LETTERS) return [];
  const limit = word.length < TWO_EDITS ? 1 : 2;
  const likely = new Map<string, number>();
  const consider = (other: string, group: number): void => {
    const distance = editDistance(word, other, limit);
    if (distance === 0 || distance > limit) return;
    const rank = distance * 10 + group + (other[0] === word[0] ? 0 : 1);
    likely.set(other, Math.min(rank, likely.get(other) ?? rank));
  };
  for (const groups of await wordLists(source, segments)) {
    for (const [group, words] of groups.entries()) for (const other of words) consider(other, group);
  }
  // The shards in which the word would be are loaded.
  for (const segment of segments) {
    const { terms } = await source.shard(segment, shardOf(segment, word));
    for (const other of terms) consider(other, 4);
  }
  return [...likely]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MAX_FOUND)
    .map(([other]) => other);
}

/** The places at which a word may be two words, each of which is frequent. The most even parts come first. */
export async function splitWord(
  word: string,
  source: IndexSource,
  segments: readonly SearchSegment[],
): Promise<[string, string][]> {
  const known = new Set((await wordLists(source, segments)).flat(2));
  const parts: [string, string][] = [];
  for (let at = 3; at <= word.length - 3; at += 1) {
    const [start, end] = [word.slice(0, at), word.slice(at)];
    if (known.has(start) && known.has(end)) parts.push([start, end]);
  }
  const unevenness = ([start, end]: [string, string]): number => Math.abs(start.length - end.length);
  return parts.sort((a, b) => unevenness(a) - unevenness(b)).slice(0, MAX_FOUND);
}

/** The lists of the largest segments that can be fetched. */
async function wordLists(source: IndexSource, segments: readonly SearchSegment[]): Promise<string[][][]> {
  const largest = segments.toSorted((a, b) => b.count - a.count).slice(0, MAX_LISTS);
  const lists = await Promise.allSettled(largest.map((segment) => source.words(segment)));
  return lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []));
}
