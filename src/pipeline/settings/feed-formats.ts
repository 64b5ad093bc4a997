import type { Site } from '../../model/site.ts';
import { publicPath } from './public-url.ts';
import type { OutputName, Settings } from './settings.ts';

/** The file of a feed in one format, below the page of its collection, and its media type. */
export interface FeedFormat {
  file: string;
  type: string;
}

export const FEED_FORMATS = {
  atom: { file: 'atom.xml', type: 'application/atom+xml' },
  rss: { file: 'rss.xml', type: 'application/rss+xml' },
  jsonFeed: { file: 'feed.json', type: 'application/feed+json' },
} as const satisfies Partial<Record<OutputName, FeedFormat>>;

/** The feed formats that the settings ask for, the preferred one first. */
export const feedFormats = ({ outputs }: Pick<Settings, 'outputs'>): FeedFormat[] =>
  outputs.flatMap((output) => (output in FEED_FORMATS ? FEED_FORMATS[output as keyof typeof FEED_FORMATS] : []));

/** Adds the feed to the links in the page footer, unless the publisher links another one there. */
export function withFeedLink(site: Site, settings: Pick<Settings, 'outputs'>): Site {
  const [format] = feedFormats(settings);
  if (!format || site.links?.feed !== undefined) return site;
  return { ...site, links: { ...site.links, feed: publicPath(site, format.file) } };
}
