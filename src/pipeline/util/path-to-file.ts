/*
 * Maps addresses and requests to the files of the site. The build and all servers use these functions. Files are paths
 * relative to the folder of the site, with forward slashes. An address is a path below the base path, percent-encoded.
 * A file name may contain any character, so a request is decoded once, as a whole: `C%23.json` is `C#.json`, and
 * `a%2520b.json` is `a%20b.json`.
 */

/** The file of a page, by its address. */
export const fileAt = (address: string): string => fileAtPath(decodeURIComponent(address));

/** The file of a page, by its decoded path. A path that ends in `.html` or `.htm` is a file, any other is a folder. */
export function fileAtPath(decoded: string): string {
  const path = decoded.slice(1);
  if (/[^/]\.html?$/i.test(path)) return path;
  return path === '' || path.endsWith('/') ? `${path}index.html` : `${path}/index.html`;
}

/** The response of a static host: a file, or a redirect to the folder of that name. */
type Target = { file: string } | { location: string };

/** Resolves a request URL, which begins with its path, as a static host does. `undefined` if there is no such file. */
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
 * The path of a request below the base path, decoded, without a leading slash. `undefined` outside the base path, for a
 * broken encoding, and for a path that no file of the site can have.
 */
export function requestedPath(url: string, basePath: string): string | undefined {
  const [pathname = ''] = splitUrl(url);
  if (!pathname.startsWith(basePath)) return undefined;
  const path = decode(pathname.slice(basePath.length));
  return path === undefined || UNSAFE_PATH.test(path) ? undefined : path;
}

/**
 * Paths that no file of the site has: a name that begins with a dot is hidden, or leads to another folder; an empty name
 * would make `//`; a backslash separates folders on Windows; a NUL is not allowed in file names.
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
