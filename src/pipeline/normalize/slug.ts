const RESERVED = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"|?*\\]/;
const MAX_SEGMENT_BYTES = 200;

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
    const reason = faultOf(segment);
    if (reason) return { reason };
  }
  // `a.json/b` would need a folder where the article `a` has its file.
  if (segments.slice(0, -1).some((segment) => /\.json$/i.test(segment)))
    return { reason: 'a folder may not end in `.json`' };
  return { slug: segments.join('/') };
}

/** Slugs that a file system may take for the same. */
export const slugKey = (slug: string): string => slug.normalize('NFC').toLowerCase();

function faultOf(segment: string): string | undefined {
  if (segment === '' || segment === '.' || segment === '..') return `\`${segment}\` is no name`;
  if (segment.includes('/')) return 'a slug is one name, without `/`';
  if (UNSAFE.test(segment)) return 'it holds a character that file names cannot have';
  if (RESERVED.test(segment) || /[. ]$/.test(segment)) return `Windows reserves the name \`${segment}\``;
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return `it is longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}
