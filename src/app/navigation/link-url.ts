import { imageUrl } from '../data/image-url.ts';

/** The `href` of a link in a text: inside the page, a URL, or the path of a file below the base path. Other schemes become such a path. */
export const linkUrl = (href: string): string =>
  /^(?:#|https?:|mailto:|tel:)/i.test(href) ? href : imageUrl({ url: href });
