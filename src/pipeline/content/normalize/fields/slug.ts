import { hash } from 'node:crypto';
import { PAGE_PREFIX } from '../../../../model/addresses/permalinks.ts';
import { quote } from '../../../diagnostics/quote.ts';
import { slugify } from '../../../util/slugify.ts';
import { topicKey } from './topic-names.ts';

const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Characters that not all systems allow in file names, escaped for a character class. */
export const UNSAFE_CHARACTERS = '<>:"|?*\\\\';
const UNSAFE = new RegExp(`[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069${UNSAFE_CHARACTERS}]`, 'u');
const MAX_SEGMENT_BYTES = 200;

/** The address of an article. */
export interface ArticleSlug {
  slug: string;
  /** Its slug if another file has the same. Absent if the slug is the path of the file or its own `slug`. */
  alternative?: string;
  /** The slug that earlier versions of this program gave the file. */
  former?: string;
  /** Why a segment was converted. */
  invalid?: string;
}

interface SlugInput {
  /** The path of the file relative to the content root. */
  file: string;
  /** The field `slug`, which replaces the last segment. */
  ownSlug?: string;
  /** The length of a date at the start of the last segment that the slug does not contain. */
  datePrefix?: number;
  /** The folders of the layout that the slug does not contain. */
  omittedFolders?: RegExp;
  /** Whether `articles/`, `_news/` and `_posts/` at the start of the path stay. */
  keepsFolders?: boolean;
}

/**
 * The slug of an article: the path of its file without the extension, without the folder `articles/`, `_news/` or
 * `_posts/`, and without a last `index`. A segment that cannot be a file name on all systems is converted, and so is a
 * first one that would make it the slug of a page of the publisher.
 */
export function articleSlug(input: SlugInput): ArticleSlug {
  const { file, ownSlug, datePrefix = 0, omittedFolders, keepsFolders = false } = input;
  const name = file.replace(/\.[^./]+$/, '').normalize('NFC');
  const path = keepsFolders ? name : name.replace(/^(articles|_news|_posts)\//, '');
  const isPlain = ownSlug === undefined && datePrefix === 0 && !omittedFolders && !path.endsWith('/index');
  if (isPlain && firstInvalid(path.split('/')) === undefined) return { slug: path };
  const written = ownSlug === undefined ? [] : ownSegments(ownSlug);
  const segments = (omittedFolders ? path.replace(omittedFolders, '$1') : path).split('/');
  if (segments.length > 1 && segments.at(-1) === 'index') segments.pop();
  const last = segments.pop() ?? '';
  const own = ownSlug?.startsWith('/') ? withoutFolders(written, segments) : written;
  const undated = last.slice(datePrefix);
  const isCut = own.length === 0 && datePrefix > 0 && undated !== '';
  segments.push(...(own.length > 0 ? own : [isCut ? undated : last]));
  const made = segments.map((_, index) => validSegment(segments, index, file));
  const slug = made.join('/');
  const result: ArticleSlug = { slug };
  if (isCut) {
    const folders = made.slice(0, -1);
    result.alternative = [...folders, validSegment([...folders, last], folders.length, file)].join('/');
  }
  const invalid = firstInvalid(segments);
  if (invalid !== undefined) {
    result.invalid = invalid;
    result.alternative ??= withSuffix(slug, file);
  }
  if (ownSlug !== undefined && own.length === 0) result.invalid = `${quote(ownSlug)} is not a valid name`;
  const former = formerSlug(path, ownSlug);
  if (former !== undefined && former !== slug) result.former = former;
  return result;
}

/** The first reason why a segment cannot be a file name. */
function firstInvalid(segments: readonly string[]): string | undefined {
  for (const index of segments.keys()) {
    const reason = invalidReason(segments, index);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** The segments of the field `slug`. Some systems write it as a path. */
const ownSegments = (ownSlug: string): string[] =>
  ownSlug
    .normalize('NFC')
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => !/^\.*$/.test(segment));

/** The segments of a slug that is a whole path, without the folders of the file with which it begins. */
function withoutFolders(own: string[], folders: readonly string[]): string[] {
  const isBelow = own.length > folders.length && folders.every((folder, index) => folder === own[index]);
  return isBelow ? own.slice(folders.length) : own;
}

/** The slug of a version that took the path as it is and refused what cannot be a file name. */
function formerSlug(path: string, ownSlug: string | undefined): string | undefined {
  const segments = path.split('/');
  if (ownSlug !== undefined) segments[segments.length - 1] = ownSlug.normalize('NFC');
  const isValid = segments.every((_, index) => invalidFileReason(segments, index) === undefined);
  return isValid ? segments.join('/') : undefined;
}

/** A slug that differs from that of other files with the same one. */
export const withSuffix = (slug: string, file: string): string => `${slug}-${hash('sha256', file, 'hex').slice(0, 6)}`;

/** Converts a segment that cannot be a file name on all systems, as the slugs of topics are made. */
function validSegment(segments: readonly string[], index: number, file: string): string {
  const segment = segments[index] ?? '';
  if (invalidReason(segments, index) === undefined) return segment;
  const slug = slugify(topicKey(segment));
  const isUsable = slug !== '' && invalidReason(segments.with(index, slug), index) === undefined;
  return isUsable ? slug : withSuffix(slug || 'story', file);
}

/** The first segment of the slugs of pages of the publisher, whose addresses are not below `/articles/`. */
const PAGE_FOLDER = PAGE_PREFIX.slice(0, -1);

/** Why a segment cannot be part of a slug; `undefined` if it can. */
function invalidReason(segments: readonly string[], index: number): string | undefined {
  if (index === 0 && segments.length > 1 && segments[0] === PAGE_FOLDER)
    return `${quote(PAGE_PREFIX)} begins the slugs of pages`;
  return invalidFileReason(segments, index);
}

/** Why a segment cannot be part of the path of a page and of its data. */
function invalidFileReason(segments: readonly string[], index: number): string | undefined {
  const segment = segments[index] ?? '';
  const isLast = index === segments.length - 1;
  // `a.json/b` would need a folder with the name of the data file of article `a`, `a/index.html` with that of its page.
  if (/^index\.html$/i.test(segment) || (!isLast && /\.json$/i.test(segment)))
    return `${quote(segment)} is the name of another file of the site`;
  return invalidNameReason(segment);
}

/**
 * A key that is equal for slugs that a file system may treat as the same name. Converts to upper case first, because two
 * lower-case sigmas share one capital. The dotless i is excluded: it shares its capital with i, but is another letter.
 */
export const slugKey = (slug: string): string => (ASCII.test(slug) ? slug.toLowerCase() : foldedCase(slug));

const ASCII = /^[ -~]*$/;

const foldedCase = (slug: string): string =>
  slug
    .normalize('NFC')
    .split('ı')
    .map((part) => part.toUpperCase().toLowerCase())
    .join('ı')
    .normalize('NFC');

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions */
export const isReservedOnWindows = (name: string): boolean => RESERVED.test(name) || /[. ]$/.test(name);

/** Why a path segment cannot be a file name on all systems; `undefined` if it can. */
export function invalidNameReason(segment: string): string | undefined {
  if (segment === '' || segment === '.' || segment === '..') return `${quote(segment)} is not a valid name`;
  if (segment.startsWith('.')) return `${quote(segment)} begins with a dot`;
  if (segment.includes('/')) return `${quote(segment)} contains a \`/\``;
  if (UNSAFE.test(segment)) return `${quote(segment)} contains a character that is not allowed in file names`;
  if (isReservedOnWindows(segment)) return `${quote(segment)} is reserved on Windows`;
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
    return `${quote(segment)} is longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}
