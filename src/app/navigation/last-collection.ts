import { addressOf } from '../data/base-path.ts';
import { writeStored } from '../reader/storage.ts';

/** Where an article's way back leads, and what stands beside the article there. */
export interface LastFeed {
  /** A permalink, with a query where the feed is filtered. */
  path: string;
  /** Absent for the feed of all. */
  name?: string | undefined;
  /** In the order in which they are shown. */
  stories: FeedStory[];
}

export interface FeedStory {
  slug: string;
  title: string;
}

/** Where it is kept for as long as the tab is open. Another paper may lie on the same host. */
export const LAST_FEED = `feed ${addressOf('')}`;

let lastFeed: LastFeed | undefined;

/** Notes the feed that the reader looks at, for the way back from an article. */
export function rememberFeed(feed: LastFeed): void {
  lastFeed = feed;
  const stories = feed.stories.map(({ slug, title }) => ({ slug, title }));
  writeStored(LAST_FEED, JSON.stringify({ ...feed, stories }), 'session');
}

/** The feed last looked at since the page was loaded; from before that, see `story/use-last-feed.ts`. */
export const recallFeed = (): LastFeed | undefined => lastFeed;
