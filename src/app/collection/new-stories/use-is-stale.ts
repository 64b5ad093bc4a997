import { useEffect, useState } from 'react';
import { STALE_EVENT } from '../../data/stale-event.ts';

const STALE_MS = 4 * 60_000;

/**
 * Whether the page may be out of date: it has been open for minutes, the reader comes back from another tab, or the page is
 * a copy and there is a newer one.
 */
export function useIsStale(): boolean {
  const [isStale, setIsStale] = useState(false);
  useEffect(() => {
    const markStale = (): void => {
      if (!document.hidden) setIsStale(true);
    };
    const timer = setTimeout(markStale, STALE_MS);
    document.addEventListener('visibilitychange', markStale);
    addEventListener(STALE_EVENT, markStale);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', markStale);
      removeEventListener(STALE_EVENT, markStale);
    };
  }, []);
  return isStale;
}
