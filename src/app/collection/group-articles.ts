import { dayOf } from '../../model/calendar-day.ts';
import {
  type DateZone,
  formatDayHeading,
  formatLongDate,
  formatMonthHeading,
  formatYearHeading,
} from '../i18n/format-date.ts';

/** The period of time that a group of articles spans. */
export type Period = 'day' | 'month' | 'year';

export interface ArticleGroup<T> {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  key: string;
  heading: string;
  articles: T[];
}

interface Dated {
  publishedAt: string;
}

const MAX_GROUPS = 10;
/** On average. With fewer articles in a group the page is mostly headings. */
const MIN_ARTICLES = 2;
const KEY_LENGTH: Record<Period, number> = { day: 10, month: 7, year: 4 };

/** The shortest period that makes at most ten groups with an average of at least two articles. Years if none does. */
export function choosePeriod(articles: Dated[], zone: DateZone): Period {
  const suits = (period: Period): boolean => {
    const groups = new Set(articles.map(({ publishedAt }) => dayOf(publishedAt, zone).slice(0, KEY_LENGTH[period])));
    return groups.size <= MAX_GROUPS && groups.size * MIN_ARTICLES <= articles.length;
  };
  return (['day', 'month'] as const).find(suits) ?? 'year';
}

/** One group without a heading, for a list in another order than that of time. */
export const ungrouped = <T extends Dated>(articles: T[]): ArticleGroup<T>[] =>
  articles.length === 0 ? [] : [{ key: '', heading: '', articles: [...articles] }];

/**
 * Groups articles (newest or oldest first) by the period in which they were published. A date without a time of day is
 * the same day in every time zone, so it may sort between articles of the day before: groups are sorted again.
 */
export function groupArticles<T extends Dated>(articles: T[], period: Period, zone: DateZone): ArticleGroup<T>[] {
  const groups = new Map<string, ArticleGroup<T>>();
  for (const article of articles) {
    const key = dayOf(article.publishedAt, zone).slice(0, KEY_LENGTH[period]);
    const group = groups.get(key);
    if (group) group.articles.push(article);
    else groups.set(key, { key, heading: HEADINGS[period](article.publishedAt, zone, articles), articles: [article] });
  }
  const [first, last] = [articles[0], articles.at(-1)];
  const direction = first && last && first.publishedAt < last.publishedAt ? -1 : 1;
  return [...groups.values()].sort((a, b) => (a.key < b.key ? direction : -direction));
}

type FormatHeading = (at: string, zone: DateZone, articles: Dated[]) => string;

const HEADINGS: Record<Period, FormatHeading> = {
  day: (at, zone, [newest]) =>
    (isSameYear(at, newest?.publishedAt ?? at, zone) ? formatDayHeading : formatLongDate)(at, zone),
  month: formatMonthHeading,
  year: formatYearHeading,
};

const isSameYear = (a: string, b: string, zone: DateZone): boolean =>
  dayOf(a, zone).slice(0, 4) === dayOf(b, zone).slice(0, 4);
