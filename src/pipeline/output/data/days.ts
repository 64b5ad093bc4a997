import { dayOf } from '../../../model/calendar-day.ts';
import type { DayRun } from '../../../model/edition.ts';
import { DAYS_FILE } from '../../../model/edition-files.ts';
import type { Site } from '../../../model/site.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { lazyJsonFile, type Output } from '../files/output-file.ts';

/** `data/days.json`: the calendar days of all articles, oldest first. */
export const days: Output = ({ settings, articles }) => [
  lazyJsonFile(DAYS_FILE, () => listDays(articles.toReversed(), settings.site)),
];

function listDays(oldestFirst: readonly ArticleRecord[], site: Site): DayRun[] {
  const runs: DayRun[] = [];
  for (const { publishedAt } of oldestFirst) {
    const day = dayOf(publishedAt, site);
    const run = runs.at(-1);
    if (run?.[0] === day) run[1] += 1;
    else runs.push([day, 1]);
  }
  return runs;
}
