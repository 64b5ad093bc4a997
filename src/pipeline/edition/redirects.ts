import { articlePath, collectionPath, frontPath, settingsPath } from '../../model/permalinks.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { FIELD_NAMES } from '../content/normalize/fields/field-names.ts';
import { slugKey } from '../content/normalize/fields/slug.ts';
import { printable, quote } from '../diagnostics/quote.ts';
import { fileAt, fileAtPath } from '../util/path-to-file.ts';
import type { Collection } from './collection.ts';

/** A former address of an article, from which readers are led to it. */
export interface Redirect {
  /** A path below the base path, decoded, as its file gives it. */
  from: string;
  /** Below the output folder: the file in which a host looks for that path. */
  file: string;
  article: ArticleRecord;
}

/**
 * Finds from where readers are led to articles, newest first. A former address never takes the place of anything: what
 * is an address of ours, or is kept for one, is left out with a warning, and of two articles the newer has it.
 */
export function findRedirects(
  newestFirst: readonly ArticleRecord[],
  collections: readonly Collection[],
): { redirects: Redirect[]; diagnostics: DeferredDiagnostic[] } {
  const redirects: Redirect[] = [];
  const diagnostics: DeferredDiagnostic[] = [];
  if (!newestFirst.some(({ formerPaths }) => formerPaths)) return { redirects, diagnostics };
  const places = takePlaces(newestFirst, collections);
  for (const article of newestFirst) {
    const own = new Set<string>();
    for (const from of article.formerPaths ?? []) {
      const file = fileAtPath(from);
      // `/a` and `/a/` are one file.
      if (own.has(file)) continue;
      own.add(file);
      const reason = keptFor(file) ?? places.find(file, article);
      if (reason === undefined) {
        redirects.push({ from, file, article });
        places.take(file, { article, from });
      } else diagnostics.push(takenBy(article, from, reason));
    }
  }
  return { redirects, diagnostics };
}

function takenBy({ file }: ArticleRecord, from: string, reason: string): DeferredDiagnostic {
  const message = `Expected an address that is free, found ${quote(from)}, which ${reason}; it leads nowhere.`;
  const hint = 'Leave it out.';
  return { file, names: FIELD_NAMES.formerPaths, severity: 'warning', code: 'taken-address', message, hint };
}

const FOLDERS = /^(?:data|assets|api)\//;
/** What feeds are offered as to others, and where their pages go on. */
const IN_FEED = /^(?:(?:topics|providers)\/[^/]+\/)?(?:[^/]+\.xml|feed\.json|archive\/\d+)\//;
/** What hosts, browsers and search engines look for. */
const AT_ROOT = /^(?:404\.html|robots\.txt|manifest\.webmanifest|_headers|_redirects|(?:favicon|icon)[\w-]*\.\w+)\//;

/** Whether a place is kept for files that the site has, or may have once it has grown. */
function keptFor(file: string): string | undefined {
  const path = `${slugKey(file)}/`;
  return FOLDERS.test(path) || IN_FEED.test(path) || AT_ROOT.test(path)
    ? 'is kept for the files of the site itself'
    : undefined;
}

/** Whose a file is: an article's, perhaps by a former address, or that of another page. */
type Owner = { article: ArticleRecord; from?: string } | { page: string };

/** The files that have an owner, and the folders in which they lie. Case does not tell names apart everywhere. */
function takePlaces(articles: readonly ArticleRecord[], collections: readonly Collection[]) {
  const files = new Map<string, Owner>();
  const folders = new Map<string, Owner>();
  const take = (file: string, owner: Owner): void => {
    const key = slugKey(file);
    files.set(key, owner);
    for (const folder of foldersOf(key)) {
      if (folders.has(folder)) break;
      folders.set(folder, owner);
    }
  };
  take(fileAt(frontPath), { page: 'the address of the front page' });
  take(fileAt(settingsPath), { page: 'the address of the settings' });
  for (const { id } of collections.filter((collection) => collection.id.kind !== 'all')) {
    take(fileAt(collectionPath(id)), { page: `the address of a ${id.kind}` });
  }
  for (const article of articles) take(fileAt(articlePath(article.slug)), { article });
  return {
    take,
    /** Why a file cannot be had by an article; nothing when it can. */
    find(file: string, by: ArticleRecord): string | undefined {
      const key = slugKey(file);
      const owner = files.get(key);
      if (owner) return `is ${describe(owner, by)}`;
      const inWay = folders.get(key) ?? foldersOf(key).flatMap((folder) => files.get(folder) ?? [])[0];
      return inWay && `cannot be a file or folder beside ${describe(inWay, by)}`;
    },
  };
}

/** The folders in which a file lies, the nearest first. */
function foldersOf(file: string): string[] {
  const segments = file.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, segments.length - 1 - index).join('/'));
}

function describe(owner: Owner, by: ArticleRecord): string {
  if ('page' in owner) return owner.page;
  const { article, from } = owner;
  if (article === by) return from === undefined ? 'its own address now' : `${quote(from)}, a former one of its own`;
  const name = `\`${printable(article.file)}\``;
  return from === undefined ? `the address of ${name}` : `a former address of ${name}, which comes first`;
}
