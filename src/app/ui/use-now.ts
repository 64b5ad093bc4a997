import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
let now = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * The present moment in milliseconds, refreshed once a minute while the page is in view. `undefined` on the server and
 * while hydrating, so that what was pre-rendered is what the browser draws first.
 */
export function useNow(): number | undefined {
  return useSyncExternalStore(
    subscribe,
    () => {
      now ||= Date.now();
      return now;
    },
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, MINUTE);
  document.addEventListener('visibilitychange', tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  };
}

function tick(): void {
  if (document.hidden) return;
  now = Date.now();
  for (const listener of listeners) listener();
}
