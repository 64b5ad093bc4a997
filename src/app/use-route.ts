import { useRouter } from 'wouter';
import { usePathname } from 'wouter/use-browser-location';
import { parseRoute, type Route } from './routes.ts';

/** The current path below the base path, still percent-encoded: decoding it twice would break names with a `%`. */
export function usePath(): string {
  const { base, ssrPath } = useRouter();
  const path = usePathname(ssrPath === undefined ? {} : { ssrPath });
  return path.startsWith(base) ? path.slice(base.length) || '/' : path;
}

export function useRoute(): Route {
  return parseRoute(usePath());
}
