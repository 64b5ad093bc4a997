import { useMemo, useSyncExternalStore } from 'react';
import { readStored } from '../reader/storage.ts';
import { LAST_COLLECTION_KEY, type LastCollection, type ListedStory, recallCollection } from './last-collection.ts';

/** The feed last looked at; `undefined` when the reader came from elsewhere, on the server and while hydrating. */
export function useLastCollection(): LastCollection | undefined {
  const text = useSyncExternalStore(
    () => () => {},
    () => readStored(LAST_COLLECTION_KEY, 'session'),
    () => undefined,
  );
  const kept = useMemo(() => parseCollection(text), [text]);
  return recallCollection() ?? kept;
}

/** What is stored may be anything, and so is no feed when it is not quite one. */
function parseCollection(text = ''): LastCollection | undefined {
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
  // A second slash would lead to another host.
  /^\/(?![/\\])/.test(value.path) &&
  (value.name === undefined || typeof value.name === 'string') &&
  Array.isArray(value.stories) &&
  value.stories.every(isStory);

const isStory = (value: unknown): value is ListedStory =>
  isRecord(value) && typeof value.slug === 'string' && typeof value.title === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
