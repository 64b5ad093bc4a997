import { collectionPath } from '../../../../model/addresses/permalinks.ts';
import type { CollectionId } from '../../../../model/edition.ts';
import { feedFormats } from '../../../settings/feed-formats.ts';
import { publicPath } from '../../../settings/public-url.ts';
import type { Settings } from '../../../settings/settings.ts';
import { escapeAttribute } from '../../files/escape-attribute.ts';

interface Discovery {
  settings: Settings;
  collection: CollectionId;
  /** The title of the feed. */
  title: string;
  /** The maximum number of formats. */
  max: number;
}

/** `<link>` elements with which feed readers discover the feeds of a collection. https://www.rssboard.org/rss-autodiscovery */
export const discoveryLinks = ({ settings, collection, title, max }: Discovery): string =>
  feedFormats(settings)
    .slice(0, max)
    .map(({ file, type }) => {
      const url = publicPath(settings.site, collectionPath(collection) + file);
      return `<link rel="alternate" type="${type}" title="${escapeAttribute(title)}" href="${escapeAttribute(url)}">`;
    })
    .join('');
