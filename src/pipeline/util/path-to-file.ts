/*
 * From an address of the site to the file that a host sends for it. Files are named below the folder of the site, with
 * forward slashes; an address is a path below the base path, percent-encoded. Names may hold any sign: only a whole
 * decoding, of each request once, finds `C#.json` at `C%23.json` and `a%20b.json` at `a%2520b.json`.
 */

/** The file in which a host looks for a page of ours. */
export const fileAt = (address: string): string => fileAtPath(decodeURIComponent(address));

/** The same for a path that is decoded already: a file that is named like a page, else the page of a folder. */
export function fileAtPath(decoded: string): string {
  const path = decoded.slice(1);
  if (/[^/]\.html?$/i.test(path)) return path;
  return path === '' || path.endsWith('/') ? `${path}index.html` : `${path}/index.html`;
}

/** What a static host does with a request: it sends a file, or redirects to the folder of that name. */
type Target = { file: string } | { location: string };

/** What a static host does with a request for this URL, which begins with its path. Undefined: there is nothing. */
export function resolveRequest(url: string, basePath: string, isFile: (file: string) => boolean): Target | undefined {
  const [pathname = '', query = ''] = splitUrl(url);
  if (`${pathname}/` === basePath) return { location: basePath + query };
  const path = requestedPath(url, basePath);
  if (path === undefined) return undefined;
  const isFolder = path === '' || path.endsWith('/');
  if (!isFolder && isFile(path)) return { file: path };
  const page = isFolder ? `${path}index.html` : `${path}/index.html`;
  if (!isFile(page)) return undefined;
  return isFolder ? { file: page } : { location: `${pathname}/${query}` };
}

/**
 * The path that a request asks for below the base path, decoded and without a slash before it. Undefined when it is
 * outside of the base path, cannot be decoded, or could not be the path of a file of the site.
 */
export function requestedPath(url: string, basePath: string): string | undefined {
  const [pathname = ''] = splitUrl(url);
  if (!pathname.startsWith(basePath)) return undefined;
  const path = decode(pathname.slice(basePath.length));
  return path === undefined || UNSAFE_PATH.test(path) ? undefined : path;
}

/**
 * A name that begins with a dot is hidden or leads to another folder, `//` is no path of ours, a backslash separates
 * folders on Windows, and no system has a NUL in a name.
 */
const UNSAFE_PATH = /(?:^|\/)\.(?!well-known\/)|^\/|\/\/|[\\\0]/;

/** The path of a URL, and its query with the `?`. */
const splitUrl = (url: string): string[] => /^([^?#]*)(\?[^#]*)?/.exec(url)?.slice(1) ?? [];

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
