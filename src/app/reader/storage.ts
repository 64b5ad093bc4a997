import { useSyncExternalStore } from 'react';

/*
 * The one way to the browser's storage. It may be blocked, full or hold anything: reading then gives the fallback,
 * and writing is kept in memory for as long as the page is open.
 */

const PREFIX = 'broadsheet:';

/**
 * Where it is stored that keys of one letter are `off`; else they are on. Who speaks to the machine would press them by
 * speaking. It stands here as a file of its own would be one to load for both who use it.
 */
export const SHORTCUTS_KEY = 'keys';

const memory = new Map<string, string>();
const listeners = new Set<() => void>();

/** Reads a text; `undefined` when there is none. */
export function readStored(key: string, area: 'local' | 'session' = 'local'): string | undefined {
  try {
    return areaOf(area).getItem(PREFIX + key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

/** Writes a text and tells everyone who uses it. Never throws. */
export function writeStored(key: string, value: string, area: 'local' | 'session' = 'local'): void {
  memory.set(key, value);
  try {
    areaOf(area).setItem(PREFIX + key, value);
  } catch {
    // Blocked or full: the copy in memory serves this page.
  }
  for (const listener of listeners) listener();
}

/** A stored text that follows other tabs. On the server and while hydrating it is `undefined`. */
export function useStored(key: string): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => readStored(key),
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

const areaOf = (area: 'local' | 'session'): Storage => (area === 'local' ? window.localStorage : window.sessionStorage);
