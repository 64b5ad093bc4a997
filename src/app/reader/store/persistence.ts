import { useSyncExternalStore } from 'react';

/* Whether the browser may delete the data of the site when it needs space, https://storage.spec.whatwg.org/#persistence */

let isPersistent: boolean | undefined;
const listeners = new Set<() => void>();

/** Asks the browser to keep the data. Some browsers ask the reader, so it is done when there is something to keep. */
export async function requestPersistence(): Promise<void> {
  if (isPersistent === true) return;
  setPersistent(await query(() => navigator.storage.persist()));
}

/** Whether the browser has agreed. `undefined` if that is not known. */
export function usePersistence(): boolean | undefined {
  return useSyncExternalStore(
    subscribe,
    () => isPersistent,
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (isPersistent === undefined) void query(() => navigator.storage.persisted()).then(setPersistent);
  return () => listeners.delete(listener);
}

function setPersistent(value: boolean | undefined): void {
  isPersistent = value;
  for (const listener of listeners) listener();
}

/** Browsers have `navigator.storage` in secure contexts only. */
const query = (ask: () => Promise<boolean>): Promise<boolean | undefined> =>
  Promise.resolve()
    .then(ask)
    .catch(() => undefined);
