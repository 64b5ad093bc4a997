import { useSyncExternalStore } from 'react';

type Tools = typeof import('./tools.ts');

let tools: Tools | undefined;
const listeners = new Set<() => void>();

/** Loads the tools of cards and articles. Without them a page works, so a failure is ignored. */
export async function loadTools(): Promise<void> {
  tools ??= await import('./tools.ts').catch(() => undefined);
  for (const listener of listeners) listener();
}

/** The tools of cards and articles, once they have loaded: on the first interaction, or if the reader has saved stories. */
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
