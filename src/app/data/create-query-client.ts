import { QueryClient } from '@tanstack/react-query';

/**
 * The cache of fetched files. Files of an edition never become stale: nothing is fetched twice, and nothing on the page
 * changes unless the reader asks for a newer edition. `fetchJson` asks an unreachable host again.
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
        retry: false,
      },
    },
  });
}
