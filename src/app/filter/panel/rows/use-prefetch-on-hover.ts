import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { PAGE_SIZE } from '../../../../model/edition.ts';
import { isDataSaverOn } from '../../../reader/data-saver.ts';
import type { Filter } from '../../address/filter.ts';
import { storiesQuery } from '../../matching/filter-queries.ts';

/** So long a pointer rests on a row that is meant. */
const REST_MS = 120;

/** Handlers that fetch ahead what a filter comes to, as soon as the reader seems to mean it. */
export function usePrefetchOnHover(filter: Filter) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const prefetched = useRef<Filter>(undefined);
  const prepare = (): void => {
    if (prefetched.current === filter || isDataSaverOn()) return;
    prefetched.current = filter;
    client.query(storiesQuery(filter, 0, PAGE_SIZE)).catch(() => {
      // Choosing it will try again, and say what is wrong.
    });
  };
  return {
    onPointerEnter: (): void => {
      timer.current = setTimeout(prepare, REST_MS);
    },
    onPointerLeave: (): void => clearTimeout(timer.current),
    onPointerDown: prepare,
    onFocus: prepare,
  };
}
