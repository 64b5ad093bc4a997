import type { Filter } from '../../../filter/address/filter.ts';

/** The number of results on a page: their summaries may be in as many files. */
const RESULTS = 10;
/** About what the first screen of a phone shows. */
const FIRST_RESULTS = 3;

interface ResultRange {
  from: number;
  /** The end of the results that are fetched before the others. */
  first: number;
  /** The end of the results that were there before "More results" was clicked. */
  before: number;
  to: number;
}

/** The results that a page shows, from `from` to before `to`, after "More results" was clicked some times. */
export function resultRange({ page }: Filter, loadMoreCount: number): ResultRange {
  const from = (page - 1) * RESULTS;
  const before = from + loadMoreCount * RESULTS;
  return { from, first: from + FIRST_RESULTS, before, to: before + RESULTS };
}
