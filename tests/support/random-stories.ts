import type { SearchedStory } from '../../src/app/search/matching/story-test.ts';
import { random } from '../bench/vocabulary.ts';
import { storyOf } from './search-source.ts';

/** Words that share beginnings or have other endings of each other. The most frequent is first. */
export const WORDS =
  `the report water новости cities reports Zeitung city мир watering reported Häuser книга waters Haus
  العربية plan книги planning nación nation national nations νέα reporter שלום news новость новый planned stop stopped
  हिन्दी Straße STRASSE 2024 2025 v2 C++ C# U.S. Ελλάδα ÉTÉ ete re rep repo a an and under understand мира миру planet
  plane climate climatic change changed քաղաք ქალაქი œuvre oeuvre ﬁnance finance zebra quartz violin tulip`.split(
    /\s+/,
  );

/** Words of scripts without spaces. Their terms are pairs of characters. */
export const UNSPACED = '中国 データ 서울 ไทย 中国人 国人 東京都 日 서울시 ภาษาไทย 𠮷野'.split(' ');

/** Words of several terms. */
export const COMPOUNDS = "e-mail don't AT&T 1.85.1 iPhone手机".split(' ');

/** 600 to 1,100 stories: two to four segments of an index. */
export function randomStories(next: Random): SearchedStory[] {
  const text = (most: number): string =>
    Array.from({ length: 1 + next(most) }, () => {
      if (next(5) > 0) return frequentFirst(WORDS, next);
      return frequentFirst(next(3) > 0 ? UNSPACED : COMPOUNDS, next);
    }).join(' ');
  const names = (most: number) => Array.from({ length: next(most + 1) }, () => ({ slug: '', name: text(2) }));
  return Array.from({ length: 600 + next(501) }, () =>
    storyOf({
      title: text(6),
      ...(next(4) > 0 ? { excerpt: text(12) } : {}),
      topics: names(2),
      ...(next(3) > 0 ? { provider: { name: text(1) } } : {}),
      authors: names(1),
    }),
  );
}

/** A random integer from 0 to below a number. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  const share = random(seed);
  return (below) => Math.floor(share() * below);
}

export const pick = (from: readonly string[], next: Random): string => from[next(from.length)] ?? '';

/** Roughly by Zipf's law: the second word is half as frequent as the first, the third a third. */
const frequentFirst = (words: readonly string[], next: Random): string =>
  words[Math.floor((words.length + 1) ** (next(1_000_000) / 1_000_000)) - 1] ?? '';
