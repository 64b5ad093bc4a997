import { type FieldDiagnostic, type FieldPath, fieldName, type Report } from '../../../diagnostics/diagnostic.ts';
import { editDistance } from '../../../diagnostics/edit-distance.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';

/**
 * The names of each field: first our own, then those of other systems. The first name with a value is used. For images
 * and former paths all names are used.
 */
export const FIELD_NAMES = {
  title: ['title'],
  publishedAt: ['publishedDateTime', 'date', 'pubDate'],
  updatedAt: ['updatedDateTime', 'updated', 'lastmod'],
  originUrl: ['webUrl', 'originalUrl', 'link', 'canonical_url', 'source_url'],
  ampUrl: ['ampWebUrl'],
  ampCacheUrl: ['cdnAmpWebUrl'],
  excerpt: ['excerpt', 'description', 'summary'],
  kind: ['type'],
  category: ['category'],
  quality: ['quality'],
  heat: ['heat'],
  published: ['published'],
  draft: ['draft'],
  pinned: ['pinned'],
  unlisted: ['unlisted'],
  expiresAt: ['expires', 'expiryDate', 'expiry_date'],
  provider: ['provider'],
  authors: ['authors', 'author', 'byline', 'creator', 'writer'],
  topics: ['topics', 'tags'],
  images: ['image', 'images'],
  related: ['related'],
  video: ['featuredContent'],
  lang: ['locale', 'lang'],
  slug: ['slug'],
  formerPaths: ['formerly', 'aliases', 'redirect_from'],
} as const;

export type Field = keyof typeof FIELD_NAMES;

/** A value with its field name in the file. */
export interface FieldValue {
  name: string;
  value: unknown;
}

/** All values of a field under its different names, in order of precedence, without empty ones. */
export function fieldValues(data: FrontMatter, field: Field): FieldValue[] {
  const values: FieldValue[] = [];
  for (const name of FIELD_NAMES[field]) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (!isEmpty(value)) values.push({ name, value });
  }
  return values;
}

/** An item of a list, or a single value, with its path in the file. */
export interface FieldItem {
  value: unknown;
  path: FieldPath;
}

/** The items of all values of a field. A value that is not a list is one item. */
export function fieldItems(values: readonly FieldValue[], path: FieldPath): FieldItem[] {
  const items: FieldItem[] = [];
  for (const { name, value } of values) {
    if (!Array.isArray(value)) items.push({ value, path: [...path, name] });
    else for (const [index, item] of value.entries()) items.push({ value: item, path: [...path, name, index] });
  }
  return items;
}

/** The value of a field: the first one that is not empty. */
export function fieldValue(data: FrontMatter, field: Field): FieldValue | undefined {
  for (const name of FIELD_NAMES[field]) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (!isEmpty(value)) return { name, value };
  }
  return undefined;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The fields of a related story: those of an article that do not need a page on this site. */
export const RELATED_FIELDS = [
  'title',
  'publishedAt',
  'originUrl',
  'ampUrl',
  'ampCacheUrl',
  'excerpt',
  'kind',
  'provider',
  'images',
  'lang',
] as const satisfies readonly Field[];
export const RELATED_NAMES: readonly string[] = namesOf(RELATED_FIELDS);
export const ARTICLE_NAMES: readonly string[] = namesOf(Object.keys(FIELD_NAMES) as Field[]);
export const IMAGE_NAMES = ['url', 'width', 'height', 'title'] as const;
export const PROVIDER_NAMES = ['name', 'domain', 'images'] as const;

/**
 * Reports a warning for each unknown name that is a likely misspelling of a missing field. Other unknown names are
 * ignored. Misspellings of `secured` have been removed before.
 */
export function warnOfMisspellings(data: FrontMatter, path: FieldPath, names: readonly string[], report: Report): void {
  for (const diagnostic of findMisspellings(data, path, names).values()) report(diagnostic);
}

/** The warnings about misspelt fields, by the correct name. */
export function findMisspellings(
  data: FrontMatter,
  path: FieldPath,
  names: readonly string[],
): ReadonlyMap<string, FieldDiagnostic> {
  let found: Map<string, FieldDiagnostic> | undefined;
  for (const name of Object.keys(data)) {
    const likely = likelyName(name, names);
    if (likely === undefined || Object.hasOwn(data, likely) || found?.has(likely)) continue;
    found ??= new Map();
    const message = `Expected a known field, found ${quote(name)}; it is ignored.`;
    const hint = `Did you mean \`${fieldName([...path, likely])}\`?`;
    const namePath = [...path, name];
    found.set(likely, { severity: 'warning', path: namePath, isAboutName: true, code: 'unknown-field', message, hint });
  }
  return found ?? NONE;
}

const NONE: ReadonlyMap<string, FieldDiagnostic> = new Map();

/** A hint for an unknown name, if it is similar to a known one. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const likely = likelyName(name, names);
  return likely === undefined ? undefined : `Did you mean \`${likely}\`?`;
}

/** By list of names: the likely name of each name, or `null` if there is none. */
const caches = new WeakMap<readonly string[], Map<string, string | null>>();
const MAX_CACHED = 10_000;

function likelyName(name: string, names: readonly string[]): string | undefined {
  const cache = caches.get(names) ?? createCache(names);
  const cached = cache.get(name);
  if (cached !== undefined) return cached ?? undefined;
  const lower = name.toLowerCase();
  const likely = names.find((candidate) => isLikely(lower, candidate.toLowerCase()));
  if (cache.size < MAX_CACHED) cache.set(name, likely ?? null);
  return likely;
}

function createCache(names: readonly string[]): Map<string, string | null> {
  const cache = new Map<string, string | null>(names.map((name) => [name, null]));
  caches.set(names, cache);
  return cache;
}

/** For short names only swapped letters count: changing one letter often gives another word, as `date` and `data`. */
function isLikely(name: string, candidate: string): boolean {
  if (Math.abs(name.length - candidate.length) > 2) return false;
  if (candidate.length <= 4) return sortLetters(name) === sortLetters(candidate);
  return editDistance(name, candidate, 2) <= (candidate.length < 8 ? 1 : 2);
}

const sortLetters = (word: string): string => Array.from(word).sort().join('');

function namesOf(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => FIELD_NAMES[field] as readonly string[]);
}
