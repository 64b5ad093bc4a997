import type { ArticleRecord } from '../../../content/cache/article-record.ts';

/** The date of the last change of an article. An update before the date of publication is ignored. */
export const lastChange = ({ publishedAt, updatedAt }: Pick<ArticleRecord, 'publishedAt' | 'updatedAt'>): string =>
  updatedAt === undefined ? publishedAt : later(publishedAt, updatedAt);

/** The latest of several ISO 8601 dates; 1970 if there are none. */
export const latest = (dates: readonly string[]): string => dates.reduce(later, '1970-01-01T00:00:00Z');

/** Dates are not compared as text, because some have milliseconds. */
const later = (a: string, b: string): string => (Date.parse(b) > Date.parse(a) ? b : a);
