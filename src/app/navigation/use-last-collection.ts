import { useMemo, useSyncExternalStore } from 'react';
import { readSession } from '../reader/storage/session-storage.ts';
import { LAST_COLLECTION_KEY, type LastCollection, type ListedStory, recallCollection } from './last-collection.ts';

/** The collection last shown in this tab; `undefined` if there was none, on the server and while hydrating. */
export function useLastCollection(): LastCollection | undefined {
  const text = useSyncExternalStore(
    () => () => {},
    () => readSession(LAST_COLLECTION_KEY),
    () => undefined,
  );
  const stored = useMemo(() => parseCollection(text), [text]);
  return recallCollection() ?? stored;
}

/** Session storage can hold anything: other scripts of the origin may write it. */
function parseCollection(text: string | undefined): LastCollection | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isLastCollection(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isLastCollection = (value: unknown): value is LastCollection =>
  isRecord(value) &&
  typeof value.path === 'string' &&
  // Two slashes at the start would be another host.
  /^\/(?![/\\])/.test(value.path) &&
  (value.name === undefined || typeof value.name === 'string') &&
  Array.isArray(value.stories) &&
  value.stories.every(isListedStory);

const isListedStory = (value: unknown): value is ListedStory =>
  isRecord(value) &&
  typeof value.slug === 'string' &&
  typeof value.title === 'string' &&
  (value.lang === undefined || typeof value.lang === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
