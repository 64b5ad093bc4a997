import type { Summary } from '../../model/article.ts';
import { dayOf } from '../../model/calendar-day.ts';
import {
  type DateStyle,
  formatDayHeading,
  formatLongDate,
  formatMonthHeading,
  formatYearHeading,
} from '../i18n/format-date.ts';

/** The period whose articles stand under one heading. */
export type Period = 'day' | 'month' | 'year';

export interface ArticleGroup {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  key: string;
  heading: string;
  articles: Summary[];
}

const MAX_GROUPS = 10;
/** Fewer articles under a heading, on average, and the page is mostly headings. */
const MIN_ARTICLES = 2;
const KEY_LENGTH: Record<Period, number> = { day: 10, month: 7, year: 4 };

/** The shortest period that makes at most ten groups of at least two articles on average; else years. */
export function choosePeriod(articles: Summary[], style: DateStyle): Period {
  const suits = (period: Period): boolean => {
    const groups = new Set(articles.map(({ publishedAt }) => dayOf(publishedAt, style).slice(0, KEY_LENGTH[period])));
    return groups.size <= MAX_GROUPS && groups.size * MIN_ARTICLES <= articles.length;
  };
  return (['day', 'month'] as const).find(suits) ?? 'year';
}

/**
 * Divides articles, newest or oldest first, by the period in which they were published. A date without a clock time is
 * the same in every zone, so it may fall between moments of the day before.
 */
export function groupArticles(articles: Summary[], period: Period, style: DateStyle): ArticleGroup[] {
  const groups = new Map<string, ArticleGroup>();
  for (const article of articles) {
    const key = dayOf(article.publishedAt, style).slice(0, KEY_LENGTH[period]);
    const group = groups.get(key);
    if (group) group.articles.push(article);
    else groups.set(key, { key, heading: HEADINGS[period](article.publishedAt, style, articles), articles: [article] });
  }
  const [first, last] = [articles[0], articles.at(-1)];
  const direction = first && last && first.publishedAt < last.publishedAt ? -1 : 1;
  return [...groups.values()].sort((a, b) => (a.key < b.key ? direction : -direction));
}

type FormatHeading = (at: string, style: DateStyle, articles: Summary[]) => string;

const HEADINGS: Record<Period, FormatHeading> = {
  day: (at, style, [newest]) =>
    (isSameYear(at, newest?.publishedAt ?? at, style) ? formatDayHeading : formatLongDate)(at, style),
  month: formatMonthHeading,
  year: formatYearHeading,
};

const isSameYear = (a: string, b: string, style: DateStyle): boolean =>
  dayOf(a, style).slice(0, 4) === dayOf(b, style).slice(0, 4);
