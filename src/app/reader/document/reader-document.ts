import type { Summary } from '../../../model/article.ts';

/*
 * What the reader owns, as one document: sections of entries by id. Two copies of the document (two tabs, a file that is
 * imported) are merged entry by entry: the later change wins, and a removal is a change too. So the order in which
 * changes arrive does not matter: a last-writer-wins map, https://hal.science/inria-00555588.
 */

/** The number in `version` of everything that is stored or exported. */
export const READER_VERSION = 1;

/** The values of each section by the ids of its entries. */
export interface ReaderValues {
  /** By the name of the setting. */
  settings: string;
  /** By slug: the article was opened, or marked as read. */
  read: 1;
  /** By slug. */
  saved: SavedStory;
  /** By `topic:<slug>`, `provider:<domain>` or `word:<text in lower case>`. */
  hidden: HiddenRule;
  /** By the slug of a topic. */
  followed: FollowedTopic;
  /** `current` and `previous`. */
  visits: Visit;
}

/** The part of a saved article that lists show. Its body is stored apart, see `store/database.ts`. */
export interface SavedStory extends Omit<Summary, 'image' | 'slug'> {
  /** In milliseconds since 1970. */
  savedAt: number;
}

export interface HiddenRule {
  /** As shown to the reader. */
  name: string;
  /** On a topic: the slugs of the topics below it, whose stories are hidden too. */
  below?: string[];
  /** The end of the rule in milliseconds since 1970. Absent: for good. */
  until?: number;
}

interface FollowedTopic {
  name: string;
}

export interface Visit {
  /** The last moment at which the page was in view, in milliseconds since 1970. */
  seenAt: number;
  /** When the newest story of the edition was published, ISO 8601. */
  newestAt: string;
}

export type Section = keyof ReaderValues;

export const SECTIONS = ['settings', 'read', 'saved', 'hidden', 'followed', 'visits'] as const satisfies Section[];

/** A value, or `null` after its removal, and the stamp of the change (see `stamp.ts`). */
export type Entry<S extends Section = Section> = readonly [stamp: number, value: ReaderValues[S] | null];

type Entries<S extends Section = Section> = Map<string, Entry<S>>;

export type ReaderDocument = { [S in Section]: Entries<S> };

/** A change of one entry, as tabs send it to each other and the database stores it. */
export type Change<S extends Section = Section> = S extends Section
  ? readonly [section: S, id: string, ...entry: Entry<S>]
  : never;

export const createDocument = (): ReaderDocument => ({
  settings: new Map(),
  read: new Map(),
  saved: new Map(),
  hidden: new Map(),
  followed: new Map(),
  visits: new Map(),
});

/** Applies the changes that are later than the entries of the document. Returns those that were applied. */
export const mergeChanges = (document: ReaderDocument, changes: readonly Change[]): Change[] =>
  changes.filter(([section, id, stamp, value]) => {
    // What is stored can be anything: `stamp > 0` is false for all but numbers.
    const entries: Entries | undefined = document[section];
    const known = entries?.get(id);
    if (!(stamp > 0) || (known && !isLater([stamp, value], known))) return false;
    entries?.set(id, [stamp, value]);
    return entries !== undefined;
  });

/** Two changes with the same stamp are ordered by their values, so that all copies agree. */
const isLater = (change: Entry, known: Entry): boolean =>
  change[0] > known[0] || (change[0] === known[0] && JSON.stringify(change[1]) > JSON.stringify(known[1]));
