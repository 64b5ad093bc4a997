import { hasTime } from '../../model/calendar-day.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { FIELD_NAMES } from '../content/normalize/fields/field-names.ts';
import { quote } from '../diagnostics/quote.ts';

/** The largest UTC offset: in that zone a day begins 14 hours earlier than in UTC. */
const MAX_UTC_OFFSET_MS = 14 * 60 * 60 * 1000;

/** Warns of articles with a date after `now`, in milliseconds since 1970. Drafts may have a future date. */
export function findFutureDates(articles: readonly ArticleRecord[], now: number): DeferredDiagnostic[] {
  return articles
    .filter(({ isDraft, publishedAt }) => !isDraft && isFuture(publishedAt, now))
    .map(({ file, publishedAt }) => {
      const found = quote(hasTime(publishedAt) ? publishedAt : publishedAt.slice(0, 10));
      const message = `Expected a date that is not in the future, found ${found}; the article is published anyway.`;
      const hint = 'Correct the date, or add `draft: true` until then.';
      return { file, names: FIELD_NAMES.publishedAt, severity: 'warning', code: 'future-date', message, hint };
    });
}

/** A date without a time is in the future only if it is in every time zone. */
const isFuture = (at: string, now: number): boolean => Date.parse(at) > now + (hasTime(at) ? 0 : MAX_UTC_OFFSET_MS);
