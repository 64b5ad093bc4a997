import { useMemo } from 'react';
import { withBasePath } from '../data/base-path.ts';
import { useStored } from './storage.ts';

/**
 * Where the slugs of the articles that a reader has opened are kept, the latest last. Another paper may lie on the same
 * host, and have articles of the same slugs.
 */
export const READ_MARKS_KEY = `read ${withBasePath('')}`;

/** The slugs of the articles that the reader has opened. None on the server and while hydrating. */
export function useReadMarks(): ReadonlySet<unknown> {
  const text = useStored(READ_MARKS_KEY);
  return useMemo(() => new Set(parseReadMarks(text)), [text]);
}

/** What is stored may be anything. */
export function parseReadMarks(text = '[]'): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
