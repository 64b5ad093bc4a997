import { useSyncExternalStore } from 'react';

/*
 * Access to local and session storage. Other modules do not use them directly. Storage may be blocked or full: then
 * values are in memory, until the page is closed.
 */

const PREFIX = 'broadsheet:';

/**
 * The single-key shortcuts are `off`, or else on. They must be switchable because speech input triggers them by
 * accident: https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts. The key is here because two lazy
 * chunks use it: a file of its own would become a third chunk.
 */
export const SHORTCUTS_KEY = 'keys';

const memory = new Map<string, string>();
const listeners = new Set<() => void>();

export function readStored(key: string, area: 'local' | 'session' = 'local'): string | undefined {
  try {
    return areaOf(area).getItem(PREFIX + key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

/** Writes a value and rerenders the components that use it. Never throws. */
export function writeStored(key: string, value: string, area: 'local' | 'session' = 'local'): void {
  memory.set(key, value);
  try {
    areaOf(area).setItem(PREFIX + key, value);
  } catch {
    // Blocked or full: `memory` has the value.
  }
  for (const listener of listeners) listener();
}

/** A stored value. Follows changes in other tabs. `undefined` on the server and while hydrating. */
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
