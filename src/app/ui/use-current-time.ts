import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
let now = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * The current time in milliseconds, updated once a minute while the page is visible. `undefined` on the server and
 * while hydrating, so that the first render equals the pre-rendered HTML.
 */
export function useCurrentTime(): number | undefined {
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
  timer ??= setInterval(update, MINUTE);
  document.addEventListener('visibilitychange', update);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', update);
  };
}

function update(): void {
  if (document.hidden) return;
  now = Date.now();
  for (const listener of listeners) listener();
}
