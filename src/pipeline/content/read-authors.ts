import path from 'node:path';
import type { Author } from '../../model/article.ts';
import type { Diagnostic, FieldDiagnostic, FieldPath, Report } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { MAX_AUTHOR_NAME, readAuthorUrl } from './normalize/fields/authors.ts';
import { isMapping, readPlainText } from './normalize/values/read-value.ts';
import { readDataFile } from './read-data-file.ts';

/** The entries of the data files of authors. */
export interface DeclaredAuthors {
  /** Finds the entry with a key for an article file: in the nearest data file in its folder or above, else in `_data`. */
  find: (articleFile: string, key: string) => Author | undefined;
}

/**
 * Reads the data files of authors: `authors.yml` of Docusaurus in any folder, that of Jekyll in `_data`, and the files of
 * Jekyll's folder `_authors`, of which each is one author. An article is complete without them, so all diagnostics are
 * warnings.
 */
export function readAuthorFiles(
  root: string,
  files: readonly string[],
): { authors: DeclaredAuthors; diagnostics: Diagnostic[] } {
  const byFolder = new Map<string, Map<string, Author>>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const result = readAuthorFile(root, file);
    for (const diagnostic of result.diagnostics) diagnostics.push({ ...diagnostic, severity: 'warning' });
    const folder = path.posix.dirname(file);
    const known = byFolder.get(folder) ?? new Map<string, Author>();
    byFolder.set(folder, known);
    for (const [key, author] of result.authors) if (!known.has(key)) known.set(key, author);
  }
  const find = (folder: string, key: string): Author | undefined =>
    byFolder.get(folder)?.get(key) ??
    (folder === '.'
      ? (byFolder.get('_data')?.get(key) ?? byFolder.get('_authors')?.get(key))
      : find(path.posix.dirname(folder), key));
  return {
    authors: {
      find: (articleFile, key) => (byFolder.size === 0 ? undefined : find(path.posix.dirname(articleFile), key)),
    },
    diagnostics,
  };
}

function readAuthorFile(root: string, file: string): { authors: [key: string, Author][]; diagnostics: Diagnostic[] } {
  const record = readDataFile(root, file);
  if ('diagnostics' in record) return { authors: [], diagnostics: record.diagnostics };
  const { data, split } = record;
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const report: Report = (diagnostic) => fieldDiagnostics.push(diagnostic);
  const { name, ext } = path.posix.parse(file);
  const isOneAuthor = !/^\.ya?ml$/i.test(ext);
  const key = typeof data.short_name === 'string' ? data.short_name.trim() : name;
  const authors = isOneAuthor
    ? [readEntry(key, data, [], report)]
    : Object.entries(data).map(([entryKey, entry]) => readEntry(entryKey, entry, [entryKey], report));
  return {
    authors: authors.flatMap((author) => (author ? [author] : [])),
    diagnostics: locateDiagnostics(file, fieldDiagnostics, split),
  };
}

/** Reads the entry of an author: a mapping, or the name alone. Without a name the key is the name. */
function readEntry(key: string, value: unknown, entryPath: FieldPath, report: Report): [string, Author] | undefined {
  if (value === null || key === '') return undefined;
  const fields = isMapping(value) ? value : { name: value };
  const namePath = isMapping(value) ? [...entryPath, 'name'] : entryPath;
  const hasName = fields.name !== undefined && fields.name !== null;
  const name = hasName ? readPlainText({ value: fields.name, path: namePath, report }, MAX_AUTHOR_NAME) : undefined;
  if (hasName && name === undefined) return undefined;
  return [key, { name: name ?? key, ...defined('url', readAuthorUrl(fields, entryPath, report)) }];
}
