import { useEffect, useState } from 'react';

const LONG_MS = 4 * 60_000;

/** Whether a page has been open for minutes, or the reader has come back to it from another tab. */
export function useOpenForLong(): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const tell = (): void => {
      if (!document.hidden) setIsLong(true);
    };
    const timer = setTimeout(tell, LONG_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, []);
  return isLong;
}
