import { APP_PATHS, articlePath, collectionPath, eventPath, frontPath } from '../../model/addresses/permalinks.ts';
import { MIN_EVENT_REPORTS } from '../../model/edition.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { slugKey } from '../content/normalize/fields/slug.ts';
import { FIELD_NAMES } from '../content/normalize/names/field-names.ts';
import { printable, quote } from '../diagnostics/quote.ts';
import { fileAt, fileAtPath } from '../util/path-to-file.ts';
import { createUsedPaths, type UsedPaths } from '../util/used-paths.ts';
import { describeReserved } from './addresses/reserved-files.ts';
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
  const usedPaths = findUsedPaths(newestFirst, collections, events);
  for (const article of newestFirst) {
    const own = new Set<string>();
    for (const from of article.formerPaths ?? []) {
      const file = fileAtPath(from);
      // `/a` and `/a/` are the same file.
      if (own.has(file)) continue;
      own.add(file);
      const conflict = describeReserved(file) ?? describeConflict(usedPaths, file, article);
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

/** The user of a file: an article, by its address or by a former path `from`, or another page. */
type Owner = { article: ArticleRecord; from?: string } | { page: string };

/** The files that are in use. Names are compared by `slugKey`: some file systems ignore case. */
function findUsedPaths(
  articles: readonly ArticleRecord[],
  collections: readonly Collection[],
  events: readonly NewsEvent[],
): UsedPaths<Owner> {
  const used = createUsedPaths<Owner>(slugKey);
  used.add(fileAt(frontPath), { page: 'the address of the front page' });
  for (const path of APP_PATHS) used.add(fileAt(path), { page: `the address of the page ${path}` });
  for (const { id } of collections.filter((collection) => collection.id.kind !== 'all')) {
    used.add(fileAt(collectionPath(id)), { page: `the address of a ${id.kind}` });
  }
  for (const event of events) {
    if (event.reports.length >= MIN_EVENT_REPORTS)
      used.add(fileAt(eventPath(slugOfEvent(event))), { page: 'the address of an event' });
  }
  for (const article of articles) used.add(fileAt(articlePath(article.slug)), { article });
  return used;
}

/** Describes why an article cannot use a file; `undefined` if it can. */
function describeConflict(used: UsedPaths<Owner>, file: string, article: ArticleRecord): string | undefined {
  const conflict = used.find(file);
  if (!conflict) return undefined;
  const owner = describe(conflict.owner, article);
  return conflict.isSame ? `is ${owner}` : `conflicts with ${owner}: one needs a file where the other needs a folder`;
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
