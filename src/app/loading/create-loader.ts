import { FetchError, TIME_LIMIT_MS } from '../data/fetch-json.ts';
import { addFailed } from './retry-failed.ts';

/** Code that loads when it is needed, once. */
export interface Loader<T> {
  /** The code, once it has loaded. */
  value: () => T | undefined;
  /** Why it has not loaded. `undefined` while it loads. After `slow` it may still load. */
  error: () => FetchError | undefined;
  /** Starts to load it. Resolves to whether that has succeeded, after at most `TIME_LIMIT_MS`. */
  load: () => Promise<boolean>;
  /** Calls `listener` when `value` or `error` has changed. Returns a function that stops it. */
  subscribe: (listener: () => void) => () => void;
}

/** `importCode` is called again for each attempt. What has failed is tried again with `retryFailed`. */
export function createLoader<T>(importCode: () => Promise<T>): Loader<T> {
  let value: T | undefined;
  let error: FetchError | undefined;
  let loading: Promise<boolean> | undefined;
  const listeners = new Set<() => void>();
  const settle = (loaded: T | undefined, reason?: FetchError): boolean => {
    if (value === undefined) {
      value = loaded;
      error = reason;
      for (const listener of listeners) listener();
    }
    return value !== undefined;
  };
  const load = (): Promise<boolean> =>
    (loading ??= new Promise((resolve) => {
      if (error) settle(undefined);
      const fail = (reason: unknown): void => {
        clearTimeout(timer);
        loading = undefined;
        resolve(settle(undefined, reason instanceof FetchError ? reason : new FetchError('unreadable', '')));
        if (value === undefined) addFailed(retry);
      };
      const timer = setTimeout(fail, TIME_LIMIT_MS, new FetchError('slow', ''));
      importCode().then((loaded) => {
        clearTimeout(timer);
        resolve(settle(loaded));
      }, fail);
    }));
  const retry = (): void => {
    loading = undefined;
    void load();
  };
  return {
    value: () => value,
    error: () => error,
    load,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
