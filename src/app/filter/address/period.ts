import type { DayRun } from '../../../model/edition.ts';

/** The recent periods, with their number of days. They end with the newest day of the edition. */
const DAYS_BACK = { day: 1, week: 7, month: 30, year: 365 } as const;

/** A recent period, a year `YYYY`, a month `YYYY-MM` or a day `YYYY-MM-DD`. */
export const isPeriod = (text: string): boolean => isRecent(text) || /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);

export const isRecent = (period: string): period is keyof typeof DAYS_BACK => Object.hasOwn(DAYS_BACK, period);

/** The calendar day before a day, both `YYYY-MM-DD`. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Positions in the collection of all articles, from `from` to before `to`. */
export type PositionRange = [from: number, to: number];

/** The positions of the stories of a period. */
export function rangesOfPeriod(period: string, days: readonly DayRun[]): PositionRange[] {
  const [first, last] = boundsOf(period, days);
  const ranges: PositionRange[] = [];
  let position = 0;
  for (const [day, count] of days) {
    if (day >= first && day <= last) {
      const before = ranges.at(-1);
      if (before?.[1] === position) before[1] += count;
      else ranges.push([position, position + count]);
    }
    position += count;
  }
  return ranges;
}

/** The first and the last day of a period. */
function boundsOf(period: string, days: readonly DayRun[]): [first: string, last: string] {
  // The days of a year or a month start with it, and `~` sorts after all digits.
  if (!isRecent(period)) return [period, `${period}~`];
  const newest = days.reduce((latest, [day]) => (day > latest ? day : latest), '');
  const first = new Date(newest === '' ? 0 : newest);
  first.setUTCDate(first.getUTCDate() - DAYS_BACK[period] + 1);
  return [first.toISOString().slice(0, 10), newest];
}
