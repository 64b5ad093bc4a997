import type { Site } from '../../../../model/site.ts';
import type { FeedFormat } from '../../../settings/feed-formats.ts';
import { publicPath } from '../../../settings/public-url.ts';
import { escapeAttribute } from '../../files/escape-attribute.ts';

interface Discovery {
  site: Site;
  formats: readonly FeedFormat[];
  /** The path of the page whose feeds these are. */
  path: string;
  /** The title of the feed. */
  title: string;
}

/** `<link>` elements with which feed readers discover the feeds of a page. https://www.rssboard.org/rss-autodiscovery */
export const discoveryLinks = ({ site, formats, path, title }: Discovery): string =>
  formats
    .map(({ file, type }) => {
      const url = publicPath(site, path + file);
      return `<link rel="alternate" type="${type}" title="${escapeAttribute(title)}" href="${escapeAttribute(url)}">`;
    })
    .join('');
