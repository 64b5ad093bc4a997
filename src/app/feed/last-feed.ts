import type { Feed } from '../../model/edition.ts';
import { feedLink } from '../../model/permalinks.ts';

/** Where an article's way back leads. */
export interface LastFeed {
  path: string;
  /** Absent for the feed of all. */
  name?: string | undefined;
}

let lastFeed: LastFeed | undefined;

/** Notes the feed that the reader looks at, for the way back from an article. */
export function rememberFeed(feed: Feed, name: string | undefined): void {
  lastFeed = { path: feedLink(feed), name };
}

/** The feed last looked at; `undefined` when the reader came to an article from elsewhere. */
export const recallFeed = (): LastFeed | undefined => lastFeed;
