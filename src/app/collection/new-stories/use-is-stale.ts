import { useEffect, useState } from 'react';

const STALE_MS = 4 * 60_000;

/** Whether the page may be out of date: it has been open for minutes, or the reader comes back from another tab. */
export function useIsStale(): boolean {
  const [isStale, setIsStale] = useState(false);
  useEffect(() => {
    const markStale = (): void => {
      if (!document.hidden) setIsStale(true);
    };
    const timer = setTimeout(markStale, STALE_MS);
    document.addEventListener('visibilitychange', markStale);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', markStale);
    };
  }, []);
  return isStale;
}
