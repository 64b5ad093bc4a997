import type { Image } from '../../model/image.ts';
import type { Site } from '../../model/site.ts';
import { LARGE_ICON } from './look/icon-names.ts';

/** The full URL of a page or file, given by its path below the base path. Without a site address, its path on the host. */
export const publicUrl = (site: Site, path: string): string =>
  site.address === undefined ? publicPath(site, path) : site.address + path.replace(/^\//, '');

/** The path of a page or file on its host. */
export const publicPath = ({ basePath }: Site, path: string): string => basePath + path.replace(/^\//, '');

/** The full URL of an image. `undefined` for a local image if the site has no full address. */
export function imageUrl(site: Site, { url }: Image): string | undefined {
  if (/^https?:/.test(url)) return url;
  return site.address === undefined ? undefined : publicUrl(site, encodeURI(url));
}

/** The image of a site without a logo. */
const ICON: Image = { url: LARGE_ICON, width: 512, height: 512 };

/** Formats that link previews cannot show. */
const NOT_SHAREABLE = /\.(?:svgz?|avif)$/i;

/** The full URL of an image for link previews. `undefined` for a vector or AVIF image, or without a full URL. */
export function shareableImageUrl(site: Site, image: Image): string | undefined {
  const [path = ''] = image.url.split(/[?#]/);
  return NOT_SHAREABLE.test(path) ? undefined : imageUrl(site, image);
}

/** The image of the site in link previews: its logo if they can show it, else the icon. */
export function siteImage(site: Site): Image | undefined {
  const logo = site.logo === undefined ? [] : [{ url: site.logo }];
  // Not if it is an SVG.
  const icon = site.onlyIcon === undefined || site.onlyIcon === ICON.url ? [ICON] : [];
  return [...logo, ...icon].find((image) => shareableImageUrl(site, image) !== undefined);
}
