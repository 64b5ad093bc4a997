import { withBasePath } from '../data/base-path.ts';
import { writeSession } from '../reader/storage/session-storage.ts';

/** The collection that an article's back link leads to, and the stories listed there. */
export interface LastCollection {
  /** A permalink, with a query if the collection is filtered. */
  path: string;
  /** Absent for the collection of all articles. */
  name?: string | undefined;
  /** In list order. */
  stories: ListedStory[];
}

export interface ListedStory {
  slug: string;
  title: string;
  /** If it is not in the language of the site. */
  lang?: string | undefined;
}

/** A key in session storage. It contains the base path because two sites may share one origin. */
export const LAST_COLLECTION_KEY = `feed ${withBasePath('')}`;

let lastCollection: LastCollection | undefined;

/** Stores the collection that is shown, for the back link and the previous and next links of an article. */
export function rememberCollection(collection: LastCollection): void {
  lastCollection = collection;
  const stories = collection.stories.map(({ slug, title, lang }) => ({ slug, title, lang }));
  writeSession(LAST_COLLECTION_KEY, JSON.stringify({ ...collection, stories }));
}

/** The collection last shown since the document loaded. `useLastCollection` also reads the stored one. */
export const recallCollection = (): LastCollection | undefined => lastCollection;
