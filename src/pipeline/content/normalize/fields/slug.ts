import { quote } from '../../../diagnostics/quote.ts';

const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Signs that file names cannot have everywhere, as in a class of a pattern. */
export const UNSAFE_SIGNS = '<>:"|?*\\\\';
const UNSAFE = new RegExp(`[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069${UNSAFE_SIGNS}]`, 'u');
export const MAX_SEGMENT_BYTES = 200;

export type SlugResult = { slug: string } | { reason: string };

/**
 * An article's slug: its file's path without extension and without the folder that only says "article"; `given`, the
 * file's own `slug:`, replaces the last segment. Else the reason why it cannot be an address and a file name.
 */
export function articleSlug(file: string, given: string | undefined): SlugResult {
  const segments = file
    .replace(/\.[^./]+$/, '')
    .replace(/^(articles|_news|_posts)\//, '')
    .normalize('NFC')
    .split('/');
  if (given !== undefined) segments[segments.length - 1] = given.normalize('NFC');
  for (const segment of segments) {
    const reason = invalidNameReason(segment);
    if (reason) return { reason };
  }
  // `a.json/b` would need a folder where the article `a` has its file, `a/index.html` one where it has its page.
  if (
    segments.some(
      (segment, index) => /^index\.html$/i.test(segment) || (index > 0 && /\.json$/i.test(segments[index - 1] ?? '')),
    )
  )
    return { reason: 'no folder may end in `.json`, and nothing be named `index.html`' };
  return { slug: segments.join('/') };
}

/**
 * Slugs that a file system may take for the same. By way of capitals, as both small sigmas have one; only the dotless i,
 * a letter of its own, shares its capital with another.
 */
export const slugKey = (slug: string): string => (ASCII.test(slug) ? slug.toLowerCase() : foldedCase(slug));

/** Of which each character has one form. */
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

/** Why a segment of a path cannot be the name of a file or a folder. */
export function invalidNameReason(segment: string): string | undefined {
  if (segment === '' || segment === '.' || segment === '..') return `${quote(segment)} is no name`;
  if (segment.startsWith('.')) return `${quote(segment)} begins with a dot`;
  if (segment.includes('/')) return `${quote(segment)} holds a \`/\``;
  if (UNSAFE.test(segment)) return `${quote(segment)} holds a character that file names cannot have`;
  if (isReservedOnWindows(segment)) return `${quote(segment)} is reserved on Windows`;
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
    return `${quote(segment)} is longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}
