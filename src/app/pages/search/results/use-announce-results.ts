import { useEffect } from 'react';
import { announce } from '../../../layout/announcer.tsx';
import type { SearchOutcome } from '../../../search/run-search.ts';
import { searchStrings as words } from './search-strings.ts';

const PAUSE_MS = 1_000;

/** Announces the number of results, and how they differ from the query, once: when the reader has stopped typing. */
export function useAnnounceResults(count: string | undefined, search: SearchOutcome | undefined): void {
  const text = count === undefined || !search ? '' : [...differencesOf(search), count].join(' ');
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => announce(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
}

function differencesOf({ positions, corrections, match, unsearched }: SearchOutcome): string[] {
  if (positions.length === 0) return [];
  return [
    ...corrections.map(({ from, to }) => words.corrected({ from, to })),
    ...(match === 'any' ? [words.anyWord] : []),
    ...(unsearched.length > 0 ? [words.partlySearched] : []),
  ];
}
