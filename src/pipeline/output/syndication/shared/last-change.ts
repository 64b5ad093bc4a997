import type { ArticleRecord } from '../../../content/cache/article-record.ts';

/** When an article was last changed, as its file says. What was updated before it was published was not. */
export const lastChange = ({ publishedAt, updatedAt }: Pick<ArticleRecord, 'publishedAt' | 'updatedAt'>): string =>
  updatedAt === undefined ? publishedAt : later(publishedAt, updatedAt);

/** Of no moments: the beginning of the clock. */
export const latest = (moments: readonly string[]): string => moments.reduce(later, '1970-01-01T00:00:00Z');

/** Some moments have milliseconds: they are not in the order of their letters. */
const later = (a: string, b: string): string => (Date.parse(b) > Date.parse(a) ? b : a);
