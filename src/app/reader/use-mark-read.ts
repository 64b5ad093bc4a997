import { useEffect } from 'react';
import { parseRead, READ } from './read-marks.ts';
import { readStored, writeStored } from './storage.ts';

/** More than a reader remembers; each costs some bytes of storage. */
const MOST_REMEMBERED = 3000;

/** Marks an article as read. */
export function useMarkRead(slug: string): void {
  useEffect(() => {
    const others = parseRead(readStored(READ)).filter((known) => known !== slug);
    writeStored(READ, JSON.stringify([...others, slug].slice(-MOST_REMEMBERED)));
  }, [slug]);
}
