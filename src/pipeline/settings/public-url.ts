import type { Image } from '../../model/image.ts';
import type { Site } from '../../model/site.ts';

/** The address of a page or file below the base path: a full one where the site gives its own, else its path. */
export const publicUrl = (site: Site, path: string): string =>
  site.address === undefined ? publicPath(site, path) : site.address + path.replace(/^\//, '');

/** The path of a page or file on its host. */
export const publicPath = ({ basePath }: Site, path: string): string => basePath + path.replace(/^\//, '');

/** The full address of a picture; `undefined` when the site does not say where its own pictures will be. */
export function imageAddress(site: Site, { url }: Image): string | undefined {
  if (/^https?:/.test(url)) return url;
  return site.address === undefined ? undefined : publicUrl(site, encodeURI(url));
}

/** What stands for the paper where it gives no logo. Lies in `public/`. */
const ICON: Image = { url: 'icon-512.png', width: 512, height: 512 };

/** What link previews cannot show. */
const NOT_SHAREABLE = /\.(?:svgz?|avif)$/i;

/**
 * The full address of a picture that link previews can show: a raster image that can be fetched from anywhere.
 * `undefined` when it is none, or when the site does not say where it will be.
 */
export function shareableImage(site: Site, image: Image): string | undefined {
  const [path = ''] = image.url.split(/[?#]/);
  return NOT_SHAREABLE.test(path) ? undefined : imageAddress(site, image);
}

/** What stands for the paper in link previews: its logo, if they can show it, else the icon. */
export function siteImage(site: Site): Image | undefined {
  const logo = site.logo === undefined ? [] : [{ url: site.logo }];
  return [...logo, ICON].find((image) => shareableImage(site, image) !== undefined);
}
