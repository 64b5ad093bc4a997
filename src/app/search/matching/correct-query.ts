import { fold } from '../../../model/search/fold.ts';
import type { SearchSegment } from '../../../model/search/search-index.ts';
import { runsOf } from '../../../model/search/terms.ts';
import { type IndexSource, StaleIndexError } from '../index/index-source.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { isSimple } from '../query/word-test.ts';
import { nearSpellings, splitWord } from './near-spellings.ts';
import { requiredWords } from './rank-stories.ts';
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
  return { ...typed, match: 'any' };
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

/** The rarest words are joined or replaced first. At most so many are tried. */
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
    .filter(({ pair }) => pair.every(isSimple))
    .sort((a, b) => Math.min(countOf(a.index), countOf(a.index + 1)) - Math.min(countOf(b.index), countOf(b.index + 1)))
    .slice(0, MAX_TRIED);
  for (const { index, pair } of rarestFirst) {
    const joined = toWord(pair.map(termOf).join(''));
    const corrected = replaceAt(typed, index, 2, [joined], [await score(joined)]);
    if (hasStories(corrected.scores, searched)) return corrected;
  }
  return undefined;
}

/** Other spellings of words: first of those that no story has, then of one of the others. */
async function replaceWords(typed: CorrectedWords, input: CorrectInput): Promise<CorrectedWords | undefined> {
  let current = typed;
  const rarestFirst = typed.words
    .map((word, index) => ({ word, count: typed.scores[index]?.positions.length ?? 0 }))
    .filter(({ word }) => isSimple(word))
    .sort((a, b) => a.count - b.count)
    .slice(0, MAX_TRIED);
  for (const { word, count } of rarestFirst) {
    const replaced = await replaceWord(current, word, input);
    if (!replaced) continue;
    if (hasStories(replaced.scores, input.searched)) return replaced;
    // A word that no story has stays replaced while the next one is tried.
    if (count === 0) current = replaced;
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
  for (const texts of [...spellings.map((spelling) => [spelling]), ...parts]) {
    const replacements = texts.map(toWord);
    const scores = await Promise.all(replacements.map(score));
    if (scores.some(({ positions }) => positions.length === 0)) continue;
    const replaced = replaceAt(current, index, 1, replacements, scores);
    if (hasStories(replaced.scores, searched)) return replaced;
    known ??= replaced;
  }
  return known;
}

function replaceAt(
  { words, scores, match, corrections }: CorrectedWords,
  index: number,
  count: number,
  replacements: QueryWord[],
  newScores: WordScores[],
): CorrectedWords {
  const textOf = (list: readonly QueryWord[]): string => list.map(({ text }) => text).join(' ');
  return {
    words: words.toSpliced(index, count, ...replacements),
    scores: scores.toSpliced(index, count, ...newScores),
    match,
    corrections: [...corrections, { from: textOf(words.slice(index, index + count)), to: textOf(replacements) }],
  };
}

const termOf = ({ runs }: QueryWord): string => runs[0]?.text ?? '';

const toWord = (text: string): QueryWord => ({
  text,
  runs: [...runsOf(fold(text))],
  isPrefix: false,
  isVerbatim: false,
});
