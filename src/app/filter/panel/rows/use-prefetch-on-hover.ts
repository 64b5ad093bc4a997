import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { PAGE_SIZE } from '../../../../model/edition.ts';
import { isDataSaverOn } from '../../../reader/settings/data-saver.ts';
import type { Filter } from '../../address/filter.ts';
import { matchesQuery, storiesQuery } from '../../matching/filter-queries.ts';

/** A pointer that only crosses a row leaves it sooner than this. */
const HOVER_DELAY_MS = 120;

/** Event handlers that prefetch the stories of a filter when the pointer rests on a row, or presses or focuses it. */
export function usePrefetchOnHover(filter: Filter) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const prefetchedFilter = useRef<Filter>(undefined);
  const prefetch = (): void => {
    if (prefetchedFilter.current === filter || isDataSaverOn()) return;
    prefetchedFilter.current = filter;
    // The results of a search may be in as many files.
    const prefetched =
      filter.query === undefined
        ? client.query(storiesQuery(filter, 0, PAGE_SIZE))
        : client.query(matchesQuery(filter));
    prefetched.catch(() => {
      // Choosing the filter fetches again, and shows the error.
    });
  };
  return {
    onPointerEnter: (): void => {
      timer.current = setTimeout(prefetch, HOVER_DELAY_MS);
    },
    onPointerLeave: (): void => clearTimeout(timer.current),
    onPointerDown: prefetch,
    onFocus: prefetch,
  };
}
