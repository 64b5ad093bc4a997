/** Where an article's way back leads. */
interface LastFeed {
  /** A permalink, with the query of its filter if it has one. */
  path: string;
  /** Absent for the feed of all. */
  name?: string | undefined;
  /** In the order shown. */
  stories: { slug: string; title: string }[];
}

let lastFeed: LastFeed | undefined;

/** Notes the feed that the reader looks at, for the way back from an article. */
export function rememberFeed(feed: LastFeed): void {
  lastFeed = feed;
}

/** The feed last looked at; `undefined` when the reader came to an article from elsewhere. */
export const recallFeed = (): LastFeed | undefined => lastFeed;
