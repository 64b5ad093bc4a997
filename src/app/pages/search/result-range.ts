import type { Filter } from '../../filter/address/filter.ts';

/** The number of results on a page: their summaries may be in as many files. */
const RESULTS = 10;

/** The results that a page shows, from `from` to before `to`, after "More results" was clicked some times. */
export function resultRange({ page }: Filter, loadMoreCount: number): { from: number; to: number; before: number } {
  const from = (page - 1) * RESULTS;
  const before = from + loadMoreCount * RESULTS;
  return { from, before, to: before + RESULTS };
}
