import type { QueryClient } from '@tanstack/react-query';

/** Functions that try again to load code. */
const failed = new Set<() => void>();

/** `retry` is called once, with the next `retryFailed`. */
export const addFailed = (retry: () => void): void => void failed.add(retry);

/** Tries again to load all code, and all data on the page, that has failed or has not been answered. */
export async function retryFailed(client: QueryClient): Promise<void> {
  const retries = [...failed];
  failed.clear();
  for (const retry of retries) retry();
  // A query that waits would not be sent again.
  await client.cancelQueries({ predicate: ({ state }) => state.data === undefined });
  await client.refetchQueries({
    type: 'active',
    // Some data are computed from several files, of which one has failed.
    predicate: ({ state: { data, status } }) => data === undefined || status === 'error' || hasError(data),
  });
}

const hasError = (data: unknown): boolean => typeof data === 'object' && data !== null && 'error' in data;
