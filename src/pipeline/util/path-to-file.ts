/** The file in which a host looks for an address of ours: a path below the base path, percent-encoded. */
export const fileAt = (address: string): string => fileAtPath(decodeURIComponent(address));

/** The same for a path that is decoded already: a file that is named like a page, else the page of a folder. */
export function fileAtPath(decoded: string): string {
  const path = decoded.slice(1);
  if (/[^/]\.html?$/i.test(path)) return path;
  return path === '' || path.endsWith('/') ? `${path}index.html` : `${path}/index.html`;
}
