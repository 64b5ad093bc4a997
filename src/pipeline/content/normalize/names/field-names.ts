/**
 * The names of each field: first our own, then common ones of other systems. Upper and lower case, hyphens and underscores
 * make no difference. The first name with a value is used; for former paths all names are. `foreign-names.ts` has more.
 */
export const FIELD_NAMES = {
  title: ['title', 'headline'],
  publishedAt: ['publishedDateTime', 'date', 'pubDate', 'publishDate', 'publishedAt'],
  updatedAt: ['updatedDateTime', 'updated', 'lastmod', 'modified'],
  originUrl: ['webUrl', 'originalUrl', 'link', 'canonical_url', 'source_url', 'external_url'],
  ampUrl: ['ampWebUrl'],
  ampCacheUrl: ['cdnAmpWebUrl'],
  excerpt: ['excerpt', 'description', 'summary', 'subtitle', 'deck', 'teaser', 'abstract'],
  kind: ['type'],
  category: ['category'],
  quality: ['quality'],
  heat: ['heat'],
  published: ['published', 'publish'],
  draft: ['draft'],
  pinned: ['pinned'],
  unlisted: ['unlisted'],
  coverage: ['coverage'],
  expiresAt: ['expires', 'expiryDate'],
  provider: ['provider', 'publisher', 'organization', 'publication'],
  authors: ['authors', 'author', 'byline', 'creator', 'writer'],
  topics: ['topics', 'tags', 'tag', 'categories'],
  images: ['image', 'images', 'cover', 'featured_image', 'thumbnail', 'heroImage', 'banner'],
  imageAlt: ['imageAlt'],
  imageCaption: ['imageCaption'],
  related: ['related'],
  video: ['featuredContent', 'video'],
  lang: ['locale', 'lang', 'language'],
  slug: ['slug'],
  formerPaths: ['formerly', 'aliases', 'redirect_from', 'alias', 'old_urls'],
  menu: ['menu'],
  order: ['order'],
} as const;

export type Field = keyof typeof FIELD_NAMES;

/** The fields that only pages of the publisher have. In articles other systems use their names for something else. */
const PAGE_FIELDS = ['menu', 'order'] as const satisfies readonly Field[];
export type ArticleField = Exclude<Field, (typeof PAGE_FIELDS)[number]>;

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
export const PAGE_NAMES: readonly string[] = namesOf(Object.keys(FIELD_NAMES) as Field[]);
const ONLY_PAGE_NAMES = namesOf(PAGE_FIELDS);
export const ARTICLE_NAMES: readonly string[] = PAGE_NAMES.filter((name) => !ONLY_PAGE_NAMES.includes(name));
export const IMAGE_NAMES = ['url', 'width', 'height', 'title', 'alt'] as const;
export const PROVIDER_NAMES = ['name', 'domain', 'images'] as const;

function namesOf(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => FIELD_NAMES[field] as readonly string[]);
}
