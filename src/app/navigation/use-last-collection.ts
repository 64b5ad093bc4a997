import { useMemo, useSyncExternalStore } from 'react';
import { readStored } from '../reader/storage.ts';
import { type FeedStory, LAST_FEED, type LastFeed, recallFeed } from './last-collection.ts';

/** The feed last looked at; `undefined` when the reader came from elsewhere, on the server and while hydrating. */
export function useLastFeed(): LastFeed | undefined {
  const text = useSyncExternalStore(
    () => () => {},
    () => readStored(LAST_FEED, 'session'),
    () => undefined,
  );
  const kept = useMemo(() => parseFeed(text), [text]);
  return recallFeed() ?? kept;
}

/** What is stored may be anything, and so is no feed when it is not quite one. */
function parseFeed(text = ''): LastFeed | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFeed(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isFeed = (value: unknown): value is LastFeed =>
  isRecord(value) &&
  typeof value.path === 'string' &&
  // A second slash would lead to another host.
  /^\/(?![/\\])/.test(value.path) &&
  (value.name === undefined || typeof value.name === 'string') &&
  Array.isArray(value.stories) &&
  value.stories.every(isStory);

const isStory = (value: unknown): value is FeedStory =>
  isRecord(value) && typeof value.slug === 'string' && typeof value.title === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
