import type { DayRun } from '../../../model/edition.ts';
import { locale } from '../../i18n/locale.ts';
import type { Positions } from '../matching/position-sets.ts';

/** The number of positions on each day. Days without any are omitted. */
export function countDays(days: readonly DayRun[], positions: Positions): Map<string, number> {
  const counts = new Map<string, number>();
  let [next, end] = [0, 0];
  for (const [day, count] of days) {
    end += count;
    const first = next;
    while (next < positions.length && (positions[next] as number) < end) next += 1;
    if (next > first) counts.set(day, (counts.get(day) ?? 0) + next - first);
  }
  return counts;
}

/** The months, `YYYY-MM`, of the days, oldest first. */
export const monthsOf = (counts: ReadonlyMap<string, number>): string[] =>
  [...new Set([...counts.keys()].map((day) => day.slice(0, 7)))].sort();

/** The weeks of a month, each with seven days. Days of other months are empty strings. */
export function daysOfMonth(month: string, firstWeekday: number): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const offset = (first.getUTCDay() - firstWeekday + 7) % 7;
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const weeks = Math.ceil((offset + length) / 7);
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const day = week * 7 + weekday - offset + 1;
      return day < 1 || day > length ? '' : `${month}-${String(day).padStart(2, '0')}`;
    }),
  );
}

type WeekInfo = { weekInfo?: { firstDay: number }; getWeekInfo?: () => { firstDay: number } };

/** The first day of the week where a language is spoken, from 0 for Sunday. Monday in browsers without `weekInfo`. */
export function weekStart(siteLanguage: string): number {
  const tag = new Intl.Locale(siteLanguage) as Intl.Locale & WeekInfo;
  return ((tag.getWeekInfo?.() ?? tag.weekInfo)?.firstDay ?? 1) % 7;
}

export const weekdayLabel = (day: string, weekday: 'long' | 'narrow'): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(day));
