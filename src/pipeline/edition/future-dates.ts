import { hasTime } from '../../model/calendar-day.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { FIELD_NAMES } from '../content/normalize/fields/field-names.ts';
import { quote } from '../diagnostics/quote.ts';

/** A day begins so much earlier in the easternmost zone than in UTC. */
const MAX_AHEAD = 14 * 60 * 60 * 1000;

/** Warns of articles that say to be published when, by the clock `now`, it is not yet. A draft is not published. */
export function findFutureDates(articles: readonly ArticleRecord[], now: number): DeferredDiagnostic[] {
  return articles
    .filter(({ isDraft, publishedAt }) => !isDraft && isAhead(publishedAt, now))
    .map(({ file, publishedAt }) => {
      const found = quote(hasTime(publishedAt) ? publishedAt : publishedAt.slice(0, 10));
      const message = `Expected a date that has come, found ${found}, which is still ahead; the article is shown all the same.`;
      const hint = 'Mend the date, or hold the article back with `draft: true`.';
      return { file, names: FIELD_NAMES.publishedAt, severity: 'warning', code: 'future-date', message, hint };
    });
}

const isAhead = (at: string, now: number): boolean => Date.parse(at) > now + (hasTime(at) ? 0 : MAX_AHEAD);
