import { useEffect } from 'react';
import { parseReadMarks, READ_MARKS_KEY } from './read-marks.ts';
import { readStored, writeStored } from './storage.ts';

/** The oldest marks are dropped: each one takes some bytes of storage. */
const MAX_READ_MARKS = 3000;

export function useMarkRead(slug: string): void {
  useEffect(() => {
    const others = parseReadMarks(readStored(READ_MARKS_KEY)).filter((known) => known !== slug);
    writeStored(READ_MARKS_KEY, JSON.stringify([...others, slug].slice(-MAX_READ_MARKS)));
  }, [slug]);
}
