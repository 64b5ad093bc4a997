import type { DayRun } from '../../../model/edition.ts';

/** Periods that end with the edition's newest day, and how many days each has. */
const DAYS_BACK = { day: 1, week: 7, month: 30, year: 365 } as const;

export const RECENT_PERIODS = Object.keys(DAYS_BACK) as (keyof typeof DAYS_BACK)[];

/** A recent period, a year `YYYY`, a month `YYYY-MM` or a day `YYYY-MM-DD`. */
export const isPeriod = (text: string): boolean => isRecent(text) || /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);

export const isRecent = (period: string): period is keyof typeof DAYS_BACK => Object.hasOwn(DAYS_BACK, period);

/** Positions in the feed of all, from the first to the one before the second. */
export type Range = [from: number, to: number];

/** Where in the feed of all the stories of a period are. */
export function rangesOf(period: string, days: readonly DayRun[]): Range[] {
  const [first, last] = boundsOf(period, days);
  const ranges: Range[] = [];
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
  // Every day of a year or a month begins with it, and `~` comes after all digits.
  if (!isRecent(period)) return [period, `${period}~`];
  const newest = days.reduce((latest, [day]) => (day > latest ? day : latest), '');
  const first = new Date(newest === '' ? 0 : newest);
  first.setUTCDate(first.getUTCDate() - DAYS_BACK[period] + 1);
  return [first.toISOString().slice(0, 10), newest];
}
