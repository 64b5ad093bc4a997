import { useEffect, useState } from 'react';

/** Whether the reader has done anything on the page. */
export function useFirstInput(): boolean {
  const [hasInput, setHasInput] = useState(false);
  useEffect(() => {
    const listeners = new AbortController();
    for (const type of ['scroll', 'pointermove', 'keydown'])
      window.addEventListener(type, () => setHasInput(true), { passive: true, signal: listeners.signal });
    return () => listeners.abort();
  }, []);
  return hasInput;
}
