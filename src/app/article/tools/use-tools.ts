import { useSyncExternalStore } from 'react';

interface Tools extends LoadedTools {
  /** Whether the reader has done anything on the page. A reader who returns has the tools before that. */
  hasInput?: boolean;
}

type LoadedTools = typeof import('./tools.ts');

let tools: Tools | undefined;
const listeners = new Set<() => void>();

export function provideTools(loaded: Tools): void {
  tools = { ...tools, ...loaded };
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
