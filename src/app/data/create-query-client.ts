import { QueryClient } from '@tanstack/react-query';
import { FetchError } from './fetch-json.ts';

const RETRIES = 2;

/**
 * The cache of fetched files. Files of an edition never become stale: nothing is fetched twice, and nothing on the page
 * changes unless the reader asks for a newer edition. Only an unreachable host is retried automatically.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Offline, a fetch fails and the page can show that. By default the query would be paused, without an error.
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
