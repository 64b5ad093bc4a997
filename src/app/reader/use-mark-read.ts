import { useEffect } from 'react';
import { parseReadMarks, READ_MARKS_KEY } from './read-marks.ts';
import { readStored, writeStored } from './storage.ts';

/** More than a reader remembers; each costs some bytes of storage. */
const MOST_REMEMBERED = 3000;

/** Marks an article as read. */
export function useMarkRead(slug: string): void {
  useEffect(() => {
    const others = parseReadMarks(readStored(READ_MARKS_KEY)).filter((known) => known !== slug);
    writeStored(READ_MARKS_KEY, JSON.stringify([...others, slug].slice(-MOST_REMEMBERED)));
  }, [slug]);
}
