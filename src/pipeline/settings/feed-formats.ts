import type { Site } from '../../model/site.ts';
import { publicPath } from './public-url.ts';
import type { OutputName, Settings } from './settings.ts';

export interface FeedFormat {
  /** The file name of the feed, in the folder of its collection's page. */
  file: string;
  /** The media type. */
  type: string;
}

export const FEED_FORMATS = {
  atom: { file: 'atom.xml', type: 'application/atom+xml' },
  rss: { file: 'rss.xml', type: 'application/rss+xml' },
  jsonFeed: { file: 'feed.json', type: 'application/feed+json' },
} as const satisfies Partial<Record<OutputName, FeedFormat>>;

/** The feed formats that the settings enable, the preferred one first. */
export const feedFormats = ({ outputs }: Pick<Settings, 'outputs'>): FeedFormat[] =>
  outputs.flatMap((output) => (output in FEED_FORMATS ? FEED_FORMATS[output as keyof typeof FEED_FORMATS] : []));

/** Adds the feed to the links in the page footer, unless the publisher has a link named `feed`. */
export function withFeedLink(site: Site, settings: Pick<Settings, 'outputs'>): Site {
  const [format] = feedFormats(settings);
  if (!format || site.links?.feed !== undefined) return site;
  return { ...site, links: { ...site.links, feed: publicPath(site, format.file) } };
}
