import { fold } from '../../../model/search/fold.ts';
import { type Run, runsOf } from '../../../model/search/terms.ts';

/** A parsed query. Every text is a valid query. */
export interface SearchQuery {
  /** A story must hold all of them. */
  words: QueryWord[];
  /** A story must hold none of them. */
  excluded: QueryWord[];
  operators: QueryOperator[];
  /** Whether the end of a very long query is ignored. */
  isCut: boolean;
}

/** A word, or several that must follow each other: a phrase, or a word with signs in it such as `1.85.1`. */
export interface QueryWord {
  /** As the reader typed it, without quotes. */
  text: string;
  runs: Run[];
  /** Whether the reader may not have finished it: words that begin with it match too. */
  isPrefix: boolean;
  /** Whether it has no other endings, because it is in quotes or excluded. */
  isVerbatim: boolean;
}

const OPERATORS = ['topic', 'provider', 'after', 'before'] as const;

/** A part of a query that is a filter, such as `topic:science`. */
export interface QueryOperator {
  name: (typeof OPERATORS)[number];
  value: string;
  isExcluded: boolean;
  /** As the reader typed it. */
  source: string;
  /** Where it is in the query. */
  at: number;
}

const MAX_LENGTH = 1_000;
const MAX_WORDS = 24;

/** Parts of a query: optional `-`, optional operator, then a text in quotes or one without spaces. */
const PART = /(-?)(?:(topic|provider|after|before):)?(?:["“„”]([^"“„”]*)["“„”]?|([^\s"“„”]+))/giu;

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export function parseQuery(text: string): SearchQuery {
  const query: SearchQuery = { words: [], excluded: [], operators: [], isCut: text.length > MAX_LENGTH };
  const trimmed = text.slice(0, MAX_LENGTH).trimEnd();
  for (const match of trimmed.matchAll(PART)) {
    const [source, minus, operator, quoted, plain = ''] = match;
    const value = quoted ?? plain;
    const isExcluded = minus === '-';
    const name = OPERATORS.find((each) => each === operator?.toLowerCase());
    if (name && isOperand(name, value)) {
      query.operators.push({ name, value, isExcluded, source, at: match.index });
      continue;
    }
    const runs = [...runsOf(fold(value))];
    // An operator without a value is being typed.
    if (runs.length === 0 || (name && value === '')) continue;
    const isLast = match.index + source.length === trimmed.length;
    const isVerbatim = quoted !== undefined || isExcluded;
    const word = { text: value, runs, isVerbatim, isPrefix: isLast && !isVerbatim };
    query[isExcluded ? 'excluded' : 'words'].push(word);
  }
  const { words, excluded } = query;
  return {
    ...query,
    words: words.slice(0, MAX_WORDS),
    excluded: excluded.slice(0, MAX_WORDS),
    isCut: query.isCut || Math.max(words.length, excluded.length) > MAX_WORDS,
  };
}

const isOperand = (name: QueryOperator['name'], value: string): boolean =>
  name === 'after' || name === 'before' ? DATE.test(value) : value.trim() !== '';

/** Removes an operator from the text of a query. */
export const withoutOperator = (text: string, { source, at }: QueryOperator): string =>
  `${text.slice(0, at)} ${text.slice(at + source.length)}`.replace(/\s+/g, ' ').trim();
