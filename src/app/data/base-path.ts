const BASE = import.meta.env.BASE_URL;

/** The address on this host of a path below the site's base path, with or without its leading slash. */
export const withBasePath = (path: string): string => BASE + path.replace(/^\//, '');

/** The path of an address on this host below the base path, with a leading slash. */
export function withoutBasePath(address: string): string {
  if (`${address}/` === BASE) return '/';
  return address.startsWith(BASE) ? address.slice(BASE.length - 1) : address;
}
