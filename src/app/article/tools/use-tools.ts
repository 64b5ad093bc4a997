import { useSyncExternalStore } from 'react';

type Tools = typeof import('./tools.ts');

let tools: Tools | undefined;
const listeners = new Set<() => void>();

export function provideTools(loaded: Tools): void {
  tools = loaded;
  for (const listener of listeners) listener();
}

/** The tools of cards and articles, once `load-tools.ts` has loaded them. */
export const useTools = (): Tools | undefined =>
  useSyncExternalStore(
    subscribe,
    () => tools,
    () => undefined,
  );

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
