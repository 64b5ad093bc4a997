import { withBasePath } from '../data/base-path.ts';
import { writeStored } from '../reader/storage.ts';

/** Where an article's way back leads, and what stands beside the article there. */
export interface LastCollection {
  /** A permalink, with a query where the feed is filtered. */
  path: string;
  /** Absent for the feed of all. */
  name?: string | undefined;
  /** In the order in which they are shown. */
  stories: ListedStory[];
}

export interface ListedStory {
  slug: string;
  title: string;
}

/** Where it is kept for as long as the tab is open. Another paper may lie on the same host. */
export const LAST_COLLECTION_KEY = `feed ${withBasePath('')}`;

let lastCollection: LastCollection | undefined;

/** Notes the feed that the reader looks at, for the way back from an article. */
export function rememberCollection(collection: LastCollection): void {
  lastCollection = collection;
  const stories = collection.stories.map(({ slug, title }) => ({ slug, title }));
  writeStored(LAST_COLLECTION_KEY, JSON.stringify({ ...collection, stories }), 'session');
}

/** The feed last looked at since the page was loaded; from before that, see `story/use-last-feed.ts`. */
export const recallCollection = (): LastCollection | undefined => lastCollection;
