import { createContext, useContext, useMemo } from 'react';
import { parseRoute, type Route } from '../../model/addresses/routes.ts';
import { withBasePath, withoutBasePath } from '../data/base-path.ts';
import { useAddressPart } from './address/browser-address.ts';

/** On the server: the path of the page to render, below the base path. */
const ServerPath = createContext<string | undefined>(undefined);

export const ServerPathProvider = ServerPath.Provider;

/** The query of the address whose page is rendered, with its `?`. It may be behind the current one. */
export const ShownSearch = createContext('');

/** The current path below the base path. It stays percent-encoded: decoding twice would break names with a `%`. */
export function usePath(): string {
  const serverPath = useContext(ServerPath);
  return withoutBasePath(
    useAddressPart('pathname', () => (serverPath === undefined ? location.pathname : withBasePath(serverPath))),
  );
}

/**
 * The query of the current address with its `?`. Empty on the server and while hydrating: pages are rendered without
 * one.
 */
export const useSearch = (): string => useAddressPart('search', () => '');

export function useRoute(): Route {
  const path = usePath();
  return useMemo(() => parseRoute(path), [path]);
}
