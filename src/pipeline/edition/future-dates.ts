import { hasTime } from '../../model/calendar-day.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { FIELD_NAMES } from '../content/normalize/names/field-names.ts';
import { quote } from '../diagnostics/quote.ts';

/** The largest UTC offset: in that zone a day begins 14 hours earlier than in UTC. */
const MAX_UTC_OFFSET_MS = 14 * 60 * 60 * 1000;

/** The margin of a date without a time, which begins and ends at another moment in each time zone. */
const marginOf = (at: string): number => (hasTime(at) ? 0 : MAX_UTC_OFFSET_MS);

/** Whether a date is after `now`, in milliseconds since 1970. A date without a time is, if it is in every time zone. */
export const isFuture = (at: string, now: number): boolean => Date.parse(at) > now + marginOf(at);

/** Whether a date has passed. A date without a time has 14 hours after it begins in UTC. */
export const hasPassed = (at: string, now: number): boolean => Date.parse(at) + marginOf(at) <= now;

/** The text of a date in a message: the day alone, if there is no time. */
export const dateText = (at: string): string => (hasTime(at) ? at : at.slice(0, 10));

/** Warns of articles with a date after `now`. Drafts may have a future date. */
export function findFutureDates(articles: readonly ArticleRecord[], now: number): DeferredDiagnostic[] {
  return articles
    .filter(({ isDraft, publishedAt }) => !isDraft && isFuture(publishedAt, now))
    .map(({ file, publishedAt }) => {
      const found = quote(dateText(publishedAt));
      const message = `Expected a date that is not in the future, found ${found}; the article is published anyway.`;
      const hint = 'Correct the date, or set `future: hide` in site.yaml to publish the article then.';
      return { file, names: FIELD_NAMES.publishedAt, severity: 'warning', code: 'future-date', message, hint };
    });
}
