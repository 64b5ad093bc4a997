import type { QueryFilters, QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { createContext, createElement, type ReactNode, useContext } from 'react';

/*
 * Takes the place of TanStack Query in the server bundle. A page is rendered once from its data: there is nothing to fetch
 * and nothing to observe, and the queries of a page took a fifth of the time of rendering it. It has what the app imports
 * from the library; the bundler reports an import that is missing here.
 */

/** The data of a page by the keys of queries. */
export class QueryClient {
  readonly #entries = new Map<string, [key: QueryKey, data: unknown]>();

  setQueryData(key: QueryKey, data: unknown): void {
    this.#entries.set(hashOf(key), [key, data]);
  }

  getQueryData(key: QueryKey): unknown {
    return this.#entries.get(hashOf(key))?.[1];
  }

  getQueriesData({ predicate }: QueryFilters): [key: QueryKey, data: unknown][] {
    return [...this.#entries.values()].filter(([queryKey]) => predicate?.({ queryKey } as never) ?? true);
  }
}

const hashOf = (key: QueryKey): string => (key.length === 1 ? String(key[0]) : JSON.stringify(key));

const QueryClientContext = createContext<QueryClient | undefined>(undefined);

export const QueryClientProvider = ({ client, children }: { client: QueryClient; children: ReactNode }): ReactNode =>
  createElement(QueryClientContext, { value: client }, children);

export function useQueryClient(): QueryClient {
  const client = useContext(QueryClientContext);
  if (!client) throw new Error('A component that needs data has no QueryClientProvider');
  return client;
}

/** The data of the page for a query. Without it, the query is pending. */
export function useQuery({ queryKey, enabled }: Pick<UseQueryOptions, 'queryKey' | 'enabled'>) {
  const data = useQueryClient().getQueryData(queryKey);
  const isPending = data === undefined;
  return { data, error: null, isPending, isSuccess: !isPending, isFetching: isPending && enabled !== false };
}

export const queryOptions = <Options>(options: Options): Options => options;

export const keepPreviousData = <Data>(data: Data): Data => data;
