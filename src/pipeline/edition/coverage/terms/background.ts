/**
 * Counts in how many articles of a language each term occurs, by its number. Counted are the articles before a report
 * and the report itself, and at least the `MIN_BACKGROUND` oldest: so a new article changes no weight of an older one.
 * Counts are rounded to powers of two, so that an article that is added or removed between others changes few weights.
 */
export interface Background {
  add: (terms: Int32Array) => void;
  remove: (terms: Int32Array) => void;
  /** Adds what was counted for several articles. */
  addCounts: (articles: number, counts: Iterable<readonly [term: number, count: number]>) => void;
  /** How telling a term is: 0 for common ones. */
  weightOf: (term: number) => number;
}

export const MIN_BACKGROUND = 256;

/** A smaller paper is counted as if it had so many articles, of which half use each stop word. */
const ASSUMED = 64;
/** Terms in a quarter of the articles and more say nothing about an event: that is a fifth before rounding. */
const COMMON_EXPONENT = 2;
/** In so few articles no term is common. */
const NEVER_COMMON = 5;

export function createBackground(isStopWord: (term: number) => boolean): Background {
  const counts: number[] = [];
  let articles = 0;
  const change = (term: number, by: number): void => {
    while (counts.length <= term) counts.push(0);
    counts[term] = (counts[term] ?? 0) + by;
  };
  return {
    add(terms) {
      articles += 1;
      for (const term of terms) change(term, 1);
    },
    remove(terms) {
      articles -= 1;
      for (const term of terms) change(term, -1);
    },
    addCounts(added, termCounts) {
      articles += added;
      for (const [term, count] of termCounts) change(term, count);
    },
    weightOf(term) {
      const assumed = Math.max(0, ASSUMED - articles);
      const count = (counts[term] ?? 0) + (isStopWord(term) ? assumed / 2 : 0);
      const [total, own] = [exponentOf(articles + assumed), exponentOf(count)];
      if (count > NEVER_COMMON && total - own <= COMMON_EXPONENT) return 0;
      return WEIGHTS[total]?.[own] ?? 0;
    },
  };
}

/** The exponent of the nearest power of two, in the logarithm. 0 for 0. */
function exponentOf(number: number): number {
  const exponent = 31 - Math.clz32(number | 1);
  return number >= (MIDDLES[exponent] ?? 0) ? exponent + 1 : exponent;
}

const EXPONENTS = Array.from({ length: 32 }, (_, exponent) => exponent);
/** Where the next power of two becomes the nearest one. */
const MIDDLES = EXPONENTS.map((exponent) => 2 ** (exponent + 0.5));
/** The inverse document frequency, by the exponents of the number of articles and of those with the term. */
const WEIGHTS = EXPONENTS.map((total) =>
  EXPONENTS.map((own) => Math.max(0, Math.log((2 ** total + 1) / (2 ** own + 1)))),
);
