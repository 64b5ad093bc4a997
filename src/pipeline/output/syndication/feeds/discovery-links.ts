import type { Feed } from '../../../../model/edition.ts';
import { feedLink } from '../../../../model/permalinks.ts';
import type { Site } from '../../../../model/site.ts';
import { publicPath } from '../../../settings/public-url.ts';
import type { OutputName, Settings } from '../../../settings/settings.ts';
import { escapeAttribute } from '../../files/escape-attribute.ts';
import { ATOM_FILE } from './atom.ts';
import { JSON_FEED_FILE } from './json-feed.ts';
import { RSS_FILE } from './rss.ts';

const FORMATS: Partial<Record<OutputName, { file: string; type: string }>> = {
  atom: { file: ATOM_FILE, type: 'application/atom+xml' },
  rss: { file: RSS_FILE, type: 'application/rss+xml' },
  jsonFeed: { file: JSON_FEED_FILE, type: 'application/feed+json' },
};

/** The formats in which feeds are written, the one to offer first being first. */
const feedFormats = ({ outputs }: Pick<Settings, 'outputs'>): { file: string; type: string }[] =>
  outputs.flatMap((output) => FORMATS[output] ?? []);

interface Discovery {
  settings: Settings;
  feed: Feed;
  /** What the feed is called. */
  title: string;
  /** How many formats are offered. */
  most: number;
}

/** Leads feed readers from a page to its feed. https://www.rssboard.org/rss-autodiscovery */
export const discoveryLinks = ({ settings, feed, title, most }: Discovery): string =>
  feedFormats(settings)
    .slice(0, most)
    .map(({ file, type }) => {
      const url = publicPath(settings.site, feedLink(feed) + file);
      return `<link rel="alternate" type="${type}" title="${escapeAttribute(title)}" href="${escapeAttribute(url)}">`;
    })
    .join('');

/** A site with its feed among the links of the foot, where people look for it, unless the publisher links another. */
export function withFeedLink(site: Site, settings: Pick<Settings, 'outputs'>): Site {
  const [format] = feedFormats(settings);
  if (!format || site.links?.feed !== undefined) return site;
  return { ...site, links: { ...site.links, feed: publicPath(site, format.file) } };
}
