import { APP_PATHS, articlePath, collectionPath, eventPath, frontPath } from '../../model/addresses/permalinks.ts';
import { MIN_EVENT_REPORTS } from '../../model/edition.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { slugKey } from '../content/normalize/fields/slug.ts';
import { FIELD_NAMES } from '../content/normalize/names/field-names.ts';
import { printable, quote } from '../diagnostics/quote.ts';
import { fileAt, fileAtPath } from '../util/path-to-file.ts';
import type { Collection } from './collection.ts';
import { type NewsEvent, slugOfEvent } from './coverage/news-event.ts';

/** A redirect from a former path of an article. */
export interface Redirect {
  /** The former path, relative to the base path, decoded, as in the content file. */
  from: string;
  /** The file that a host serves for that path, relative to the output folder. */
  file: string;
  article: ArticleRecord;
}

/**
 * Finds the redirects of all articles, newest first. A former path that is in use or reserved is left out with a warning.
 * If two articles have the same former path, the newer one gets it.
 */
export function findRedirects(
  newestFirst: readonly ArticleRecord[],
  collections: readonly Collection[],
  events: readonly NewsEvent[],
): { redirects: Redirect[]; diagnostics: DeferredDiagnostic[] } {
  const redirects: Redirect[] = [];
  const diagnostics: DeferredDiagnostic[] = [];
  if (!newestFirst.some(({ formerPaths }) => formerPaths)) return { redirects, diagnostics };
  const usedPaths = createUsedPaths(newestFirst, collections, events);
  for (const article of newestFirst) {
    const own = new Set<string>();
    for (const from of article.formerPaths ?? []) {
      const file = fileAtPath(from);
      // `/a` and `/a/` are the same file.
      if (own.has(file)) continue;
      own.add(file);
      const conflict = describeReserved(file) ?? usedPaths.findConflict(file, article);
      if (conflict === undefined) {
        redirects.push({ from, file, article });
        usedPaths.add(file, { article, from });
      } else diagnostics.push(usedPathWarning(article, from, conflict));
    }
  }
  return { redirects, diagnostics };
}

function usedPathWarning({ file }: ArticleRecord, from: string, conflict: string): DeferredDiagnostic {
  const message = `Expected an unused path, found ${quote(from)}, which ${conflict}; it does not redirect.`;
  const hint = 'Remove it.';
  return { file, names: FIELD_NAMES.formerPaths, severity: 'warning', code: 'taken-address', message, hint };
}

const RESERVED_FOLDER = /^(?:data|assets|api)\//;
/** Feeds and archive pages of a collection, and feeds of events. */
const IN_COLLECTION = /^(?:(?:topics|providers)\/[^/]+\/|events\/.+\/)?(?:[^/]+\.xml|feed\.json|archive\/\d+)\//;
/** Files that hosts, browsers and search engines request. */
const ROOT_FILE = /^(?:404\.html|robots\.txt|manifest\.webmanifest|_headers|_redirects|(?:favicon|icon)[\w-]*\.\w+)\//;

/** Describes what a file name is reserved for: files that the site has now or may have when it grows. */
export function describeReserved(file: string): string | undefined {
  const path = `${slugKey(file)}/`;
  return RESERVED_FOLDER.test(path) || IN_COLLECTION.test(path) || ROOT_FILE.test(path)
    ? 'is reserved for files of the site'
    : undefined;
}

/** The user of a file: an article, by its address or by a former path `from`, or another page. */
type Owner = { article: ArticleRecord; from?: string } | { page: string };

/** The files and folders that are in use. Names are compared by `slugKey`: some file systems ignore case. */
function createUsedPaths(
  articles: readonly ArticleRecord[],
  collections: readonly Collection[],
  events: readonly NewsEvent[],
) {
  const files = new Map<string, Owner>();
  const folders = new Map<string, Owner>();
  const add = (file: string, owner: Owner): void => {
    const key = slugKey(file);
    files.set(key, owner);
    for (const folder of foldersOf(key)) {
      if (folders.has(folder)) break;
      folders.set(folder, owner);
    }
  };
  add(fileAt(frontPath), { page: 'the address of the front page' });
  for (const path of APP_PATHS) add(fileAt(path), { page: `the address of the page ${path}` });
  for (const { id } of collections.filter((collection) => collection.id.kind !== 'all')) {
    add(fileAt(collectionPath(id)), { page: `the address of a ${id.kind}` });
  }
  for (const event of events) {
    if (event.reports.length >= MIN_EVENT_REPORTS)
      add(fileAt(eventPath(slugOfEvent(event))), { page: 'the address of an event' });
  }
  for (const article of articles) add(fileAt(articlePath(article.slug)), { article });
  return {
    add,
    /** Describes why an article cannot use a file; `undefined` if it can. */
    findConflict(file: string, article: ArticleRecord): string | undefined {
      const key = slugKey(file);
      const owner = files.get(key);
      if (owner) return `is ${describe(owner, article)}`;
      const other = folders.get(key) ?? foldersOf(key).flatMap((folder) => files.get(folder) ?? [])[0];
      return other && `conflicts with ${describe(other, article)}: one needs a file where the other needs a folder`;
    },
  };
}

/** The parent folders of a file, nearest first. */
function foldersOf(file: string): string[] {
  const segments = file.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, segments.length - 1 - index).join('/'));
}

function describe(owner: Owner, current: ArticleRecord): string {
  if ('page' in owner) return owner.page;
  const { article, from } = owner;
  if (article === current)
    return from === undefined
      ? 'the current address of this article'
      : `${quote(from)}, another former path of this article`;
  const name = `\`${printable(article.file)}\``;
  return from === undefined ? `the address of ${name}` : `a former path of ${name}, which takes precedence`;
}
