const BASE = import.meta.env.BASE_URL;

/** Adds the base path. Leading slashes of `path` are optional: two would be another host. */
export const withBasePath = (path: string): string => BASE + path.replace(/^\/+/, '');

/** Removes the base path. The result has a leading slash. */
export function withoutBasePath(address: string): string {
  if (`${address}/` === BASE) return '/';
  return address.startsWith(BASE) ? address.slice(BASE.length - 1) : address;
}
