import type { CollectionId } from '../../../../model/edition.ts';
import { collectionPath } from '../../../../model/permalinks.ts';
import { feedFormats } from '../../../settings/feed-formats.ts';
import { publicPath } from '../../../settings/public-url.ts';
import type { Settings } from '../../../settings/settings.ts';
import { escapeAttribute } from '../../files/escape-attribute.ts';

interface Discovery {
  settings: Settings;
  collection: CollectionId;
  /** The title of the feed. */
  title: string;
  /** How many formats are offered at most. */
  most: number;
}

/** `<link>` elements that name the feeds of a collection to feed readers. https://www.rssboard.org/rss-autodiscovery */
export const discoveryLinks = ({ settings, collection, title, most }: Discovery): string =>
  feedFormats(settings)
    .slice(0, most)
    .map(({ file, type }) => {
      const url = publicPath(settings.site, collectionPath(collection) + file);
      return `<link rel="alternate" type="${type}" title="${escapeAttribute(title)}" href="${escapeAttribute(url)}">`;
    })
    .join('');
