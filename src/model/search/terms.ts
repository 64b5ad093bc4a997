import { fold } from './fold.ts';

/*
 * A term is the unit of the index: a word, or two neighbouring characters of a script that is written without spaces.
 * The rules are our own: `Intl.Segmenter` splits the same text differently in Node and in browsers.
 */

/** Longer words are cut. */
const MAX_TERM = 40;

/**
 * Abbreviations such as `u.s.`, with or without the last dot, names such as `c++` and `c#`, and runs of letters, digits
 * and marks.
 */
const WORD = /(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}\p{M}])\.?|\p{L}(?:\+\+|#)(?![\p{L}\p{N}\p{M}])|[\p{L}\p{N}\p{M}]+/gu;

/** Runs of scripts without spaces between words. Korean has spaces, but its words have endings. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3099\u309A\u30FC\uFF70]+/gu;

/** Whether a term is of a script without spaces, where terms are not words. */
export const isUnspaced = (term: string): boolean => term.search(UNSPACED) >= 0;

const LATIN_1 = /^[\0-\xff]*$/;

/** What is left of an abbreviation or a name without its letters. */
const SIGNS = /^[.+#]*$/;

/** A part of a text: a word, or a run of an unspaced script. */
export interface Run {
  text: string;
  isUnspaced: boolean;
  /** Where it starts and ends in the folded text, in code units. */
  at: number;
  end: number;
}

/** Splits a folded text into words and runs of unspaced scripts, in their order. */
export function* runsOf(folded: string): Generator<Run> {
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    if (LATIN_1.test(word)) yield toWord(word, index);
    else yield* splitScripts(word, index);
  }
}

function* splitScripts(word: string, at: number): Generator<Run> {
  let end = 0;
  for (const { 0: text, index } of word.matchAll(UNSPACED)) {
    yield* wordIn(word.slice(end, index), at + end);
    end = index + text.length;
    yield { text, isUnspaced: true, at: at + index, end: at + end };
  }
  yield* wordIn(word.slice(end), at + end);
}

/** The word beside runs of unspaced scripts: none in `พ.ศ.`, an abbreviation of Thai letters. */
const wordIn = (source: string, at: number): Run[] => (SIGNS.test(source) ? [] : [toWord(source, at)]);

const toWord = (source: string, at: number): Run => ({
  text: toTerm(source),
  isUnspaced: false,
  at,
  end: at + source.length,
});

const toTerm = (word: string): string => cut(word.includes('.') ? word.replaceAll('.', '') : word);

/** The terms of a text, in their order. */
export function termsOf(text: string): string[] {
  const folded = fold(text);
  // Most texts. Without a generator it takes half of the time.
  if (LATIN_1.test(folded)) return folded.match(WORD)?.map(toTerm) ?? [];
  return Array.from(runsOf(folded)).flatMap((run) => (run.isUnspaced ? [...pairsOf(run.text)] : run.text));
}

/** The terms of a text with the words that have them, as the text spells these. */
export function* spelledTerms(text: string): Generator<{ term: string; word: string }> {
  for (const [word] of text.matchAll(WORD)) {
    const terms = termsOf(word);
    for (const term of terms) yield { term, word: terms.length === 1 ? word : term };
  }
}

/** The overlapping pairs of a run, and its last character alone: so a term begins with each character of the run. */
export function* pairsOf(run: string): Generator<string> {
  const characters = Array.from(run);
  for (const [index, character] of characters.entries()) yield character + (characters[index + 1] ?? '');
}

/** Cuts a word, and not in the middle of a surrogate pair. */
const cut = (word: string): string =>
  word.length <= MAX_TERM ? word : word.slice(0, MAX_TERM).replace(/[\uD800-\uDBFF]$/, '');
