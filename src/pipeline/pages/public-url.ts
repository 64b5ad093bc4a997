import type { Image } from '../../model/image.ts';
import type { Site } from '../../model/site.ts';

/** The address of a page or file below the base path: a full one where the site gives its own, else its path. */
export const publicUrl = ({ address, basePath }: Site, path: string): string =>
  (address ?? basePath) + path.replace(/^\//, '');

/** What link previews cannot show. */
const NOT_SHAREABLE = /\.(?:svgz?|avif)$/i;

/**
 * The full address of a picture that link previews can show: a raster image that can be fetched from anywhere.
 * `undefined` when it is none, or when the site does not say where it will be.
 */
export function shareableImage(site: Site, { url }: Image): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  if (url === '' || NOT_SHAREABLE.test(path)) return undefined;
  if (/^https?:/.test(url)) return url;
  return site.address === undefined ? undefined : publicUrl(site, encodeURI(url));
}
