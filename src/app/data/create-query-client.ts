import { QueryClient } from '@tanstack/react-query';
import { FetchError } from './fetch-json.ts';

const RETRIES = 2;

/**
 * The cache of fetched files. An edition's files are good until a newer edition is asked for, so nothing is fetched
 * twice, and nothing changes under the reader's eyes. Only an unreachable host is worth another try by itself.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Offline a fetch fails, which can be said, where a query that waits for the network would say nothing.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < RETRIES && error instanceof FetchError && error.reason === 'unreachable',
        retryDelay: (attempt) => 400 * 3 ** attempt,
      },
    },
  });
}
