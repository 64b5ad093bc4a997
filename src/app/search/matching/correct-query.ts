import { fold } from '../../../model/search/fold.ts';
import type { SearchSegment } from '../../../model/search/search-index.ts';
import { runsOf } from '../../../model/search/terms.ts';
import { type IndexSource, StaleIndexError } from '../index/index-source.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { isSimple } from '../query/word-test.ts';
import { requiredWords } from './rank-stories.ts';
import { nearSpellings, splitWord } from './word-replacements.ts';
import { rarestOf, type WordScores } from './word-scores.ts';

/** A word that was replaced, because nothing was found. */
export interface Correction {
  from: string;
  to: string;
}

interface CorrectInput {
  words: readonly QueryWord[];
  searched: number;
  source: IndexSource;
  segments: readonly SearchSegment[];
  score: (word: QueryWord) => Promise<WordScores>;
}

export interface CorrectedWords {
  words: QueryWord[];
  /** Of each word. */
  scores: WordScores[];
  match: 'all' | 'any';
  corrections: Correction[];
}

/**
 * Words with which stories are found. If no story has all words of the query: two words as one, or one as two, or another
 * spelling of a word; then any of the words.
 */
export async function correctQuery(input: CorrectInput): Promise<CorrectedWords> {
  const { words, searched, score } = input;
  const scores = await Promise.all(words.map(score));
  const typed: CorrectedWords = { words: [...words], scores, match: 'all', corrections: [] };
  if (words.length === 0 || hasStories(scores, searched)) return typed;
  for (const attempt of [joinWords, replaceWords]) {
    const corrected = await attempt(typed, input).catch(withoutCorrection);
    if (corrected) return corrected;
  }
  return { ...typed, match: words.length > 1 ? 'any' : 'all' };
}

/** A correction whose files cannot be fetched is no failure of the search. */
function withoutCorrection(error: unknown): undefined {
  if (error instanceof StaleIndexError) throw error;
}

/** Whether any story has all required words. */
function hasStories(words: readonly WordScores[], searched: number): boolean {
  const required = requiredWords(words, searched);
  return rarestOf(required).positions.some((position) =>
    required.every(({ scores }) => (scores[position] as number) > 0),
  );
}

/** At most so many pairs of words are joined, the rarest first, and so many words replaced. */
const MAX_TRIED = 4;

/** Two neighbouring words as one: `data base` as `database`. */
async function joinWords(
  typed: CorrectedWords,
  { score, searched }: CorrectInput,
): Promise<CorrectedWords | undefined> {
  const countOf = (index: number): number => typed.scores[index]?.positions.length ?? 0;
  const rarestFirst = typed.words
    .slice(0, -1)
    .map((word, index) => ({ index, pair: [word, typed.words[index + 1] as QueryWord] }))
    .filter(({ pair }) => pair.every((word) => isSimple(word) && !word.isVerbatim))
    .sort((a, b) => Math.min(countOf(a.index), countOf(a.index + 1)) - Math.min(countOf(b.index), countOf(b.index + 1)))
    .slice(0, MAX_TRIED);
  for (const { index, pair } of rarestFirst) {
    const joined = toWord(pair.map(termOf).join(''));
    const corrected = replaceAt(typed, index, 2, joined, await score(joined));
    if (hasStories(corrected.scores, searched)) return corrected;
  }
  return undefined;
}

/** Other spellings of the words that no story has. A word in quotes stays. */
async function replaceWords(typed: CorrectedWords, input: CorrectInput): Promise<CorrectedWords | undefined> {
  let current = typed;
  const unknown = typed.words
    .map((word, index) => ({ word, count: typed.scores[index]?.positions.length ?? 0 }))
    .filter(({ word, count }) => isSimple(word) && !word.isVerbatim && count === 0)
    .slice(0, MAX_TRIED);
  for (const { word } of unknown) {
    const replaced = await replaceWord(current, word, input);
    if (!replaced) continue;
    if (hasStories(replaced.scores, input.searched)) return replaced;
    // It stays replaced while the next one is tried.
    current = replaced;
  }
  return current === typed ? undefined : { ...current, match: 'any' };
}

/** The first replacement with which stories are found, else the first that any story has. */
async function replaceWord(
  current: CorrectedWords,
  word: QueryWord,
  { source, segments, score, searched }: CorrectInput,
): Promise<CorrectedWords | undefined> {
  const index = current.words.indexOf(word);
  const term = termOf(word);
  const spellings = await nearSpellings(term, source, segments);
  const parts = await splitWord(term, source, segments);
  let known: CorrectedWords | undefined;
  // Two words in place of one are next to each other.
  for (const text of [...spellings, ...parts.map((pair) => pair.join(' '))]) {
    const replacement = toWord(text);
    const scores = await score(replacement);
    if (scores.positions.length === 0) continue;
    const replaced = replaceAt(current, index, 1, replacement, scores);
    if (hasStories(replaced.scores, searched)) return replaced;
    known ??= replaced;
  }
  return known;
}

function replaceAt(
  { words, scores, match, corrections }: CorrectedWords,
  index: number,
  count: number,
  replacement: QueryWord,
  newScores: WordScores,
): CorrectedWords {
  const replaced = words.slice(index, index + count).map(({ text }) => text);
  return {
    words: words.toSpliced(index, count, replacement),
    scores: scores.toSpliced(index, count, newScores),
    match,
    corrections: [...corrections, { from: replaced.join(' '), to: replacement.text }],
  };
}

const termOf = ({ runs }: QueryWord): string => runs[0]?.text ?? '';

const toWord = (text: string): QueryWord => ({
  text,
  runs: [...runsOf(fold(text))],
  isPrefix: false,
  isVerbatim: false,
});
