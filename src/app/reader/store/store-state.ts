import { useSyncExternalStore } from 'react';

/** `unstored`: what the reader does lasts until the page is closed. `newer`: the data is of a later version, and stays as it is. */
export type StoreState = 'stored' | 'unstored' | 'newer';

let state: StoreState = 'stored';
const listeners = new Set<() => void>();

export function setStoreState(next: StoreState): void {
  if (state === next || state === 'newer') return;
  state = next;
  for (const listener of listeners) listener();
}

/** Whether what the reader does is stored. */
export const useStoreState = (): StoreState =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => 'stored',
  );

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
