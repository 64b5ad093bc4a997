import { useMemo } from 'react';
import { withBasePath } from '../data/base-path.ts';
import { useStored } from './storage.ts';

/**
 * A key in local storage: the slugs of the articles that the reader has opened, the latest last. It contains the base
 * path because two sites may share one origin, and have articles with the same slugs.
 */
export const READ_MARKS_KEY = `read ${withBasePath('')}`;

/** The slugs of the articles that the reader has opened. Empty on the server and while hydrating. */
export function useReadMarks(): ReadonlySet<unknown> {
  const text = useStored(READ_MARKS_KEY);
  return useMemo(() => new Set(parseReadMarks(text)), [text]);
}

/** Local storage can hold any text. */
export function parseReadMarks(text = '[]'): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
