import type { Author } from '../../../../model/article.ts';
import type { FieldPath, Report } from '../../../diagnostics/diagnostic.ts';
import { set } from '../../../util/defined.ts';
import { type FieldIndex, type FieldItem, fieldItems, fieldValues } from '../names/index-fields.ts';
import { describeValue, scalarText } from '../values/describe-value.ts';
import { plainText } from '../values/plain-text.ts';
import { isMapping, limitText, readPlainText, readUrlValue } from '../values/read-value.ts';

export const MAX_AUTHORS = 16;
export const MAX_AUTHOR_NAME = 200;
export const AUTHOR_URL_NAMES = ['url', 'link', 'website', 'web'] as const;
export const AUTHOR_KEY_NAMES = ['key', 'id'] as const;

/**
 * An author as an article names them. `key` is the key of an entry in a data file, which completes the author; without
 * such an entry it is the name.
 */
export interface AuthorReference extends Partial<Author> {
  key?: string;
}

/** Reads the authors of an article, unique and at most 16, from the first name of the field that has some. */
export function readAuthors(fields: FieldIndex, report: Report): AuthorReference[] | undefined {
  for (const value of fieldValues(fields, 'authors')) {
    const authors = readItems(fieldItems([value], []).flatMap(unnest), report);
    if (authors.length > 0) return authors;
  }
  return undefined;
}

/** YAML reads the wiki link `[[Jo Doe]]` without quotes as a list in a list. */
const unnest = ({ value, path }: FieldItem): FieldItem[] =>
  Array.isArray(value) ? value.map((item: unknown) => ({ value: item, path })) : [{ value, path }];

function readItems(items: readonly FieldItem[], report: Report): AuthorReference[] {
  const authors = new Map<string, AuthorReference>();
  for (const { value, path } of items) {
    for (const author of readAuthor(value, path, report)) {
      const name = author.name ?? author.key ?? '';
      if (authors.has(name)) continue;
      if (authors.size === MAX_AUTHORS) {
        const message = `Expected at most ${MAX_AUTHORS} authors, found more; the rest is left out.`;
        report({ severity: 'warning', path, code: 'cut', message });
        return [...authors.values()];
      }
      authors.set(name, author);
    }
  }
  return [...authors.values()];
}

function readAuthor(value: unknown, path: FieldPath, report: Report): AuthorReference[] {
  if (value === null || value === undefined) return [];
  if (isMapping(value)) return readMapping(value, path, report);
  const text = scalarText(value);
  if (text !== undefined)
    return splitNames(text).map((name) => ({ key: limitText(name, { path, report }, MAX_AUTHOR_NAME) }));
  report(badAuthor(value, path));
  return [];
}

/** A comma may belong to one name, as in `Doe, Jane`, so only semicolons separate names. */
const splitNames = (text: string): string[] => plainText(text).split(';').map(unlinked).filter(Boolean);

/** The name in a wiki link of a note app: `[[Jo Doe]]`, `[[people/Jo Doe]]`, `[[Jo Doe|Jo]]`. */
function unlinked(text: string): string {
  const name = text.trim();
  const [, target = '', alias = target.slice(target.lastIndexOf('/') + 1)] = WIKI_LINK.exec(name) ?? [];
  return alias.trim() || name;
}

const WIKI_LINK = /^\[\[([^[\]|]+)(?:\|([^[\]|]+))?\]\]$/;

function readMapping(value: Record<string, unknown>, path: FieldPath, report: Report): AuthorReference[] {
  const read = (names: readonly string[]): string | undefined => {
    const name = names.find((candidate) => hasValue(value[candidate]));
    const found = name === undefined ? undefined : { value: value[name], path: [...path, name], report };
    return found && readPlainText(found, MAX_AUTHOR_NAME);
  };
  const author: AuthorReference = {};
  const name = read(['name']);
  set(author, 'key', read(AUTHOR_KEY_NAMES));
  set(author, 'name', name === undefined ? undefined : unlinked(name));
  set(author, 'url', readAuthorUrl(value, path, report));
  if (author.name !== undefined || author.key !== undefined) return [author];
  report(badAuthor(value, path));
  return [];
}

/** Reads the address of an author's page. Data files of authors have the same field. */
export function readAuthorUrl(value: Record<string, unknown>, path: FieldPath, report: Report): string | undefined {
  const name = AUTHOR_URL_NAMES.find((candidate) => hasValue(value[candidate]));
  return name === undefined ? undefined : readUrlValue({ value: value[name], path: [...path, name], report });
}

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const badAuthor = (value: unknown, path: FieldPath) => ({
  severity: 'warning' as const,
  path,
  code: 'bad-author',
  message: `Expected the name of an author, or an author with a \`name\`, found ${describeValue(value)}.`,
});
