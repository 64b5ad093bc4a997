const MAX_SLUG_BYTES = 80;

/**
 * Converts a name to a slug of at most 80 bytes: letters, marks and digits of any script; everything else becomes `-`.
 * Empty if the name has none of them.
 */
export function slugify(key: string): string {
  // Combining marks without a letter before them, as after an emoji, are removed too.
  let slug = key.replace(/(?:^\p{M}+|[^\p{L}\p{M}\p{Nd}]\p{M}*)+/gu, '-').replace(/^-|-$/g, '');
  while (Buffer.byteLength(slug) > MAX_SLUG_BYTES)
    slug = slug
      .slice(0, -1)
      .toWellFormed()
      .replace(/[-\uFFFD]+$/u, '');
  return slug;
}
