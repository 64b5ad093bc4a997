import { hasClock } from '../../model/calendar-day.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { LateFinding } from '../content/locate-deferred.ts';
import { SPELLINGS } from '../content/normalize/fields/field-names.ts';
import { quote } from '../diagnostics/quote.ts';

/** A day begins so much earlier in the easternmost zone than in UTC. */
const MAX_AHEAD = 14 * 60 * 60 * 1000;

/** Warns of articles that say to be published when, by the clock `now`, it is not yet. A draft is not published. */
export function findFutureDates(articles: readonly ArticleRecord[], now: number): LateFinding[] {
  return articles
    .filter(({ isDraft, publishedAt }) => !isDraft && isAhead(publishedAt, now))
    .map(({ file, publishedAt }) => {
      const found = quote(hasClock(publishedAt) ? publishedAt : publishedAt.slice(0, 10));
      const message = `Expected a date that has come, found ${found}, which is still ahead; the article is shown all the same.`;
      const hint = 'Mend the date, or hold the article back with `draft: true`.';
      return { file, names: SPELLINGS.publishedAt, severity: 'warning', code: 'future-date', message, hint };
    });
}

const isAhead = (at: string, now: number): boolean => Date.parse(at) > now + (hasClock(at) ? 0 : MAX_AHEAD);
