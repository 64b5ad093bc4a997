import { useEffect } from 'react';
import { announce } from '../../layout/announcer.tsx';
import type { Correction } from '../../search/matching/correct-query.ts';
import { searchStrings as words } from './search-strings.ts';

const PAUSE_MS = 1_000;

/** Announces the number of results once, when the reader has stopped typing. */
export function useAnnounceResults(count: string | undefined, corrections: readonly Correction[]): void {
  const corrected = corrections.map(({ from, to }) => words.correctedText(from, to));
  const text = count === undefined ? '' : [...corrected, count].join(' ');
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => announce(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
}
