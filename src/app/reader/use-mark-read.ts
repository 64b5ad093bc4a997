import { useEffect } from 'react';
import { changeEntries, valuesOf } from './state/reader-state.ts';

/** Marks an article as read. */
export function useMarkRead(slug: string): void {
  useEffect(() => {
    if (!valuesOf('read').has(slug)) changeEntries('read', [[slug, 1]]);
  }, [slug]);
}
