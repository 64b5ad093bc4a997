import { type FieldDiagnostic, type FieldPath, fieldName, type Report } from '../../../diagnostics/diagnostic.ts';
import { editDistance } from '../../../diagnostics/edit-distance.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';

/**
 * The spellings under which each field is read, the format's own first, then those of foreign front matter. The first
 * that holds something counts. Of pictures all count, and the lead image comes first.
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
  provider: ['provider'],
  topics: ['topics', 'tags'],
  images: ['image', 'images'],
  related: ['related'],
  video: ['featuredContent'],
  lang: ['locale', 'lang'],
  slug: ['slug'],
  formerPaths: ['formerly', 'aliases', 'redirect_from'],
} as const;

export type Field = keyof typeof FIELD_NAMES;

/** A value with the name under which the file holds it. */
export interface GivenValue {
  name: string;
  value: unknown;
}

/** All values that a file gives for a field, in the order in which they count. Empty ones are left out. */
export function givenValues(data: FrontMatter, field: Field): GivenValue[] {
  const given: GivenValue[] = [];
  for (const name of FIELD_NAMES[field]) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (!isEmpty(value)) given.push({ name, value });
  }
  return given;
}

/** The value that counts for a field. */
export function givenValue(data: FrontMatter, field: Field): GivenValue | undefined {
  for (const name of FIELD_NAMES[field]) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (!isEmpty(value)) return { name, value };
  }
  return undefined;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The fields of a related story are those of an article that make sense without a page of its own. */
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
 * What is no field is ignored, but a likely misspelling of a field that the file does not have earns a warning. What
 * resembles `secured` never gets here.
 */
export function warnOfMisspellings(data: FrontMatter, path: FieldPath, names: readonly string[], report: Report): void {
  for (const diagnostic of findMisspellings(data, path, names).values()) report(diagnostic);
}

/** The warnings of misspelt fields, by the name that is meant. */
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
    const message = `${quote(name)} is no field; it is ignored.`;
    const hint = `Did you mean \`${fieldName([...path, likely])}\`?`;
    const at = [...path, name];
    found.set(likely, { severity: 'warning', path: at, isAboutName: true, code: 'unknown-field', message, hint });
  }
  return found ?? NONE;
}

const NONE: ReadonlyMap<string, FieldDiagnostic> = new Map();

/** A hint for a name that is no name, where it is likely which one is meant. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const likely = likelyName(name, names);
  return likely === undefined ? undefined : `Did you mean \`${likely}\`?`;
}

const guesses = new WeakMap<readonly string[], Map<string, string | undefined>>();
const MAX_GUESSES = 10_000;

function likelyName(name: string, names: readonly string[]): string | undefined {
  const known = guesses.get(names) ?? new Map<string, string | undefined>(names.map((each) => [each, undefined]));
  guesses.set(names, known);
  if (known.has(name)) return known.get(name);
  const lower = name.toLowerCase();
  const likely = names.find((candidate) => isLikely(lower, candidate.toLowerCase()));
  if (known.size < MAX_GUESSES) known.set(name, likely);
  return likely;
}

/** Nearly every neighbour of a short word is a word of its own: `date` and `data`, `type` and `tape`. */
function isLikely(name: string, candidate: string): boolean {
  if (Math.abs(name.length - candidate.length) > 2) return false;
  if (candidate.length <= 4) return sortLetters(name) === sortLetters(candidate);
  return editDistance(name, candidate, 2) <= (candidate.length < 8 ? 1 : 2);
}

const sortLetters = (word: string): string => Array.from(word).sort().join('');

function namesOf(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => FIELD_NAMES[field] as readonly string[]);
}
