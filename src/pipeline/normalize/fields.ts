import type { FrontMatter } from '../parse-front-matter.ts';

/**
 * The spellings under which each field is read, the format's own first, then those of foreign front matter. The first
 * that holds something counts.
 */
export const SPELLINGS = {
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
  images: ['images', 'image'],
  related: ['related'],
  video: ['featuredContent'],
  lang: ['locale', 'lang'],
  slug: ['slug'],
} as const;

export type Field = keyof typeof SPELLINGS;

/** A value with the name under which the file holds it. */
export interface Given {
  name: string;
  value: unknown;
}

/** All values that a file gives for a field, in the order in which they count. Empty ones are left out. */
export function givenFor(data: FrontMatter, field: Field): Given[] {
  return SPELLINGS[field].flatMap((name) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return isEmpty(value) ? [] : [{ name, value }];
  });
}

/** The value that counts for a field. */
export const givenOne = (data: FrontMatter, field: Field): Given | undefined => givenFor(data, field)[0];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Names that mean nothing to us and are no misspelling of those that do. */
const OTHER_NAMES = [
  'secured',
  'layout',
  'permalink',
  'author',
  'authors',
  'content',
  'highlight',
  'tag',
  'time',
  'dates',
  'images_folder',
];
const KNOWN = new Set<string>([...Object.values(SPELLINGS).flat(), ...OTHER_NAMES]);
const SECRET = 'secured';

/**
 * The field that a name probably means, when it is none itself. `secured` is ciphertext: neither it nor anything spelt
 * like it is ever named.
 */
export function likelyField(name: string): string | undefined {
  if (KNOWN.has(name) || distance(name.toLowerCase(), SECRET) <= 2) return undefined;
  const limit = name.length < 6 ? 1 : 2;
  return Object.values(SPELLINGS)
    .flat()
    .find(
      (known) =>
        Math.abs(known.length - name.length) <= limit && distance(name.toLowerCase(), known.toLowerCase()) <= limit,
    );
}

/** The number of letters to add, drop or change between two words (Levenshtein); more than a few count as many. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
