import { useSyncExternalStore } from 'react';

/* The address of the browser as a store of React. The history API has no event for entries that a script adds. */

const listeners = new Set<() => void>();

function notify(): void {
  for (const listener of listeners) listener();
}

/** Adds or replaces a history entry. Throws where the browser allows no more of them, as Safari does. */
export function navigate(address: string, isReplaced: boolean, state: unknown): void {
  history[isReplaced ? 'replaceState' : 'pushState'](state, '', address);
  notify();
}

/** The path or the query of the address. `initial` is that on the server and while hydrating. */
export const useAddressPart = (part: 'pathname' | 'search', initial: () => string): string =>
  useSyncExternalStore(subscribe, () => location[part], initial);

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', notify);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', notify);
  };
}
