import { useEffect } from 'react';

/** Tries again when the browser is online again. */
export function useRetryOnline(isFailed: boolean, onRetry: () => void): void {
  useEffect(() => {
    if (!isFailed) return;
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [isFailed, onRetry]);
}
