import {
  count,
  type DropCounter,
  isRecord,
  list,
  moment,
  slug,
  text,
  timestamp,
} from '../../data/parse/check-value.ts';
import { domain } from '../../data/parse/parse-story.ts';
import type { KeptArticle } from './kept-article.ts';
import { parseKeptArticle } from './parse-kept-article.ts';
import { parseSavedStory } from './parse-saved-story.ts';
import { type Change, READER_VERSION, type ReaderValues, SECTIONS, type Section } from './reader-document.ts';
import { SETTINGS } from './setting-options.ts';
import { MAX_STAMP } from './stamp.ts';

/** The `format` of exported files. */
export const READER_FORMAT = 'broadsheet-reader';

const MAX_NAME = 500;
const MAX_BELOW = 1000;
/** How many entries of a section are read: each rule is tried on each story, and each read mark takes time. */
const MAX_ENTRIES: Record<Section, number> = {
  settings: 100,
  read: 20_000,
  saved: 10_000,
  hidden: 1000,
  followed: 1000,
  visits: 10,
};

/**
 * Read marks in a file: two lists of the same length. They are many, and the browser parses lists much sooner than an
 * object with an entry for each mark. The stamp of a mark that was removed is negative.
 */
export interface ReadMarks {
  slugs: string[];
  stamps: number[];
}

export interface ParsedFile {
  changes: Change[];
  /** The rest of saved articles by slug. */
  articles: Map<string, KeptArticle>;
  /** How many entries, or parts of entries, are not valid and left out. */
  dropped: number;
}

/** Why a text is not a file of this program: cut or damaged, of another program, of a later version. */
export type FileFault = 'unreadable' | 'foreign' | 'newer';

/** Reads the reader's document from the text of an exported file, or of the snapshot in the database. */
export function parseReaderFile(json: string): ParsedFile | FileFault {
  const file = parseJson(json);
  if (file === undefined) return 'unreadable';
  if (!isRecord(file) || file['format'] !== READER_FORMAT) return 'foreign';
  if (typeof file['version'] !== 'number') return 'foreign';
  if (file['version'] > READER_VERSION) return 'newer';
  const counter: DropCounter = { dropped: 0 };
  const changes: Change[] = [];
  for (const section of SECTIONS) {
    const [found, valid] =
      section === 'read' ? parseReadMarks(file['read'], counter) : parseSection(section, file[section], counter);
    for (const change of valid) changes.push(change);
    counter.dropped += found - valid.length;
  }
  const articles = new Map<string, KeptArticle>();
  for (const [id, article] of entriesOf(file['articles'])) {
    const kept = slug(id) && parseKeptArticle(article, counter);
    if (kept) articles.set(id, kept);
    else counter.dropped += 1;
  }
  return { changes, articles, dropped: counter.dropped };
}

/** Returns the number of entries of a section, and those that are valid. */
function parseSection(section: Section, value: unknown, counter: DropCounter): [found: number, valid: Change[]] {
  const entries = entriesOf(value);
  const valid = entries
    .slice(0, MAX_ENTRIES[section])
    .map(([id, entry]) =>
      Array.isArray(entry) && entry.length === 2 ? parseChange(section, id, entry[0], entry[1], counter) : undefined,
    )
    .filter((change) => change !== undefined);
  return [entries.length, valid];
}

/** The same for read marks. Runs before the page shows them, so it makes no arrays but the changes. */
function parseReadMarks(value: unknown, counter: DropCounter): [found: number, valid: Change[]] {
  const { slugs, stamps } = isRecord(value) ? value : {};
  if (!Array.isArray(slugs) || !Array.isArray(stamps)) return [entriesOf(value).length, []];
  const valid: Change[] = [];
  const end = Math.min(slugs.length, MAX_ENTRIES.read);
  for (let index = 0; index < end; index += 1) {
    const stamp: unknown = stamps[index];
    if (typeof stamp !== 'number') continue;
    const change = parseChange('read', slugs[index], Math.abs(stamp), stamp < 0 ? null : 1, counter);
    if (change) valid.push(change);
  }
  return [slugs.length, valid];
}

/** The changes of a list that are valid. Others are counted. */
export function parseChanges(list: unknown, counter: DropCounter): Change[] {
  if (!Array.isArray(list)) return [];
  const changes: Change[] = [];
  for (const item of list as unknown[]) {
    if (!Array.isArray(item) || item.length !== 4) continue;
    const change = parseChange(item[0], item[1], item[2], item[3], counter);
    if (change) changes.push(change);
  }
  counter.dropped += list.length - changes.length;
  return changes;
}

/** Runs for each of many read marks, so it makes no array but the change. */
function parseChange(
  section: unknown,
  id: unknown,
  stamp: unknown,
  value: unknown,
  counter: DropCounter,
): Change | undefined {
  if (typeof section !== 'string' || !Object.hasOwn(PARSERS, section) || typeof id !== 'string') return undefined;
  if (!count(stamp) || (stamp as number) > MAX_STAMP) return undefined;
  const parse = PARSERS[section as Section];
  if (!parse.isId(id)) return undefined;
  const checked = value === null ? null : parse.value(value, counter, id);
  return checked === undefined ? undefined : ([section, id, stamp, checked] as unknown as Change);
}

interface EntryParser<S extends Section> {
  isId: (id: string) => boolean;
  value: (value: unknown, counter: DropCounter, id: string) => ReaderValues[S] | undefined;
}

const isSlug = (id: string): boolean => slug(id) !== undefined;

const PARSERS: { [S in Section]: EntryParser<S> } = {
  settings: {
    isId: (id) => Object.hasOwn(SETTINGS, id),
    value: (value, _counter, id) => {
      const options: readonly string[] = SETTINGS[id as keyof typeof SETTINGS];
      return options.find((option) => option === value);
    },
  },
  read: { isId: isSlug, value: (value) => (value === 1 ? 1 : undefined) },
  saved: { isId: isSlug, value: parseSavedStory },
  hidden: { isId: isRuleId, value: parseHiddenRule },
  followed: { isId: isSlug, value: parseFollowedTopic },
  visits: { isId: (id) => id === 'current' || id === 'previous', value: parseVisit },
};

function isRuleId(id: string): boolean {
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  if (kind === 'topic') return isSlug(name);
  return kind === 'provider' ? domain(name) !== undefined : kind === 'word' && text(MAX_NAME)(name) !== undefined;
}

function parseHiddenRule(value: unknown, counter: DropCounter): ReaderValues['hidden'] | undefined {
  const name = isRecord(value) ? text(MAX_NAME)(value['name']) : undefined;
  if (!isRecord(value) || name === undefined) return undefined;
  const until = moment(value['until']);
  if (value['until'] !== undefined && until === undefined) return undefined;
  const below = list(value['below'], MAX_BELOW, slug, counter);
  return { name, ...(below.length > 0 && { below }), ...(until !== undefined && { until }) };
}

function parseFollowedTopic(value: unknown): ReaderValues['followed'] | undefined {
  const name = isRecord(value) ? text(MAX_NAME)(value['name']) : undefined;
  return name === undefined ? undefined : { name };
}

function parseVisit(value: unknown): ReaderValues['visits'] | undefined {
  if (!isRecord(value)) return undefined;
  const [seenAt, newestAt] = [moment(value['seenAt']), timestamp(value['newestAt'])];
  return seenAt === undefined || newestAt === undefined ? undefined : { seenAt, newestAt };
}

const entriesOf = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
