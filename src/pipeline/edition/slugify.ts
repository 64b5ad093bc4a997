const MAX_SLUG_BYTES = 80;

/** A name as part of an address: its letters, marks and digits of any script, else `-`. Empty where it has none. */
export function slugify(key: string): string {
  // A mark belongs to the letter before it: on its own, as after an emoji, nobody sees it.
  let slug = key.replace(/(?:^\p{M}+|[^\p{L}\p{M}\p{Nd}]\p{M}*)+/gu, '-').replace(/^-|-$/g, '');
  while (Buffer.byteLength(slug) > MAX_SLUG_BYTES)
    slug = slug
      .slice(0, -1)
      .toWellFormed()
      .replace(/[-\uFFFD]+$/u, '');
  return slug;
}
