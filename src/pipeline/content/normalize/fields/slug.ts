import { quote } from '../../../diagnostics/quote.ts';

const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Characters that not all systems allow in file names, escaped for a character class. */
export const UNSAFE_CHARACTERS = '<>:"|?*\\\\';
const UNSAFE = new RegExp(`[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069${UNSAFE_CHARACTERS}]`, 'u');
export const MAX_SEGMENT_BYTES = 200;

export type SlugResult = { slug: string } | { reason: string };

/**
 * The slug of an article: the path of its file without the extension and without the folder `articles/`, `_news/` or
 * `_posts/`. `ownSlug`, the field `slug` of the file, replaces the last segment. Returns a reason if it is invalid.
 */
export function articleSlug(file: string, ownSlug: string | undefined): SlugResult {
  const segments = file
    .replace(/\.[^./]+$/, '')
    .replace(/^(articles|_news|_posts)\//, '')
    .normalize('NFC')
    .split('/');
  if (ownSlug !== undefined) segments[segments.length - 1] = ownSlug.normalize('NFC');
  for (const segment of segments) {
    const reason = invalidNameReason(segment);
    if (reason) return { reason };
  }
  // `a.json/b` would need a folder with the name of the data file of article `a`, `a/index.html` with that of its page.
  if (
    segments.some(
      (segment, index) => /^index\.html$/i.test(segment) || (index > 0 && /\.json$/i.test(segments[index - 1] ?? '')),
    )
  )
    return { reason: 'a folder cannot end in `.json`, and no name can be `index.html`' };
  return { slug: segments.join('/') };
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
