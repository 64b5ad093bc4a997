import { compareCodeUnits } from '../../util/compare-code-units.ts';
import type { ArticleRecord } from './article-record.ts';

/** Compares articles by date, newest first, then by slug. Dates of equal length can be compared as text. */
export function newestFirst(a: ArticleRecord, b: ArticleRecord): number {
  const isSameLength = a.publishedAt.length === b.publishedAt.length;
  const difference = isSameLength
    ? compareCodeUnits(b.publishedAt, a.publishedAt)
    : Date.parse(b.publishedAt) - Date.parse(a.publishedAt);
  return difference || compareCodeUnits(a.slug, b.slug);
}
