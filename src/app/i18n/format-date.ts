import { dayOf, hasTime } from '../../model/calendar-day.ts';
import type { Site } from '../../model/site.ts';
import { locale } from './locale.ts';
import { strings } from './strings.ts';

/** The time zone for formatting dates. They are in the language of the interface. */
export type DateZone = Pick<Site, 'timeZone'>;

/** Older stories show their date, not their age. */
const RELATIVE_DAYS = 7;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `9 Oct 2025`. Always with the year: whether it is the current one is known only after hydration. */
export const formatShortDate = (at: string, zone: DateZone): string => formatDay(at, zone, SHORT_DATE);

/** `Thursday 9 October 2025`. */
export const formatLongDate = (at: string, zone: DateZone): string => formatDay(at, zone, LONG_DATE);

/** `9 October 2025`. */
export const formatDate = (at: string, zone: DateZone): string => formatDay(at, zone, DATE);

/** `Thursday 9 October 2025, 13:00 UTC`, or without the time of day if it is not known. */
export function formatDateTime(at: string, zone: DateZone): string {
  if (!hasTime(at)) return formatLongDate(at, zone);
  const time = format(at, zone, TIME_WITH_ZONE);
  return strings.dateTime({ date: formatLongDate(at, zone), time });
}

/** `13:00`, in the time zone of the site. */
export const formatTime = (at: string, zone: DateZone): string => format(at, zone, TIME);

/** `3 min ago`, `5 hr ago`, `2 days ago`. `undefined` if the moment is more than seven days ago, or in the future. */
export function formatAge(at: string, now: number): string | undefined {
  const age = now - Date.parse(at);
  if (age < 0 || age >= RELATIVE_DAYS * DAY) return undefined;
  if (!hasTime(at) || age >= DAY) return age < DAY ? undefined : ago.format(-Math.floor(age / DAY), 'day');
  if (age >= HOUR) return ago.format(-Math.floor(age / HOUR), 'hour');
  return ago.format(-Math.max(1, Math.floor(age / MINUTE)), 'minute');
}

export const formatDayHeading = (at: string, zone: DateZone): string => formatDay(at, zone, DAY_HEADING);

/** `Thursday`, of a day `YYYY-MM-DD`. */
export const formatWeekday = (day: string, zone: DateZone): string => formatDay(`${day}T00:00:00Z`, zone, WEEKDAY);

export const formatMonthHeading = (at: string, zone: DateZone): string => formatDay(at, zone, MONTH_HEADING);

export const formatYearHeading = (at: string, zone: DateZone): string => formatDay(at, zone, YEAR_HEADING);

type Options = Intl.DateTimeFormatOptions;

const SHORT_DATE: Options = { day: 'numeric', month: 'short', year: 'numeric' };
const LONG_DATE: Options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const DATE: Options = { day: 'numeric', month: 'long', year: 'numeric' };
const TIME_WITH_ZONE: Options = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
const TIME: Options = { hour: '2-digit', minute: '2-digit' };
const DAY_HEADING: Options = { weekday: 'long', day: 'numeric', month: 'long' };
const WEEKDAY: Options = { weekday: 'long' };
const MONTH_HEADING: Options = { month: 'long', year: 'numeric' };
const YEAR_HEADING: Options = { year: 'numeric' };

/** For options without a time of day. Formats the day, not the moment: many articles share their day. */
const formatDay = (at: string, zone: DateZone, options: Options): string =>
  formatIn('UTC', options, `${dayOf(at, zone)}T00:00:00Z`);

const format = (at: string, { timeZone }: DateZone, options: Options): string =>
  formatIn(hasTime(at) ? timeZone : 'UTC', options, at);

const ago = new Intl.RelativeTimeFormat(locale, { style: 'short' });

/**
 * Cached, with their results: creating a formatter and formatting are slow, and a list formats the same dates often.
 */
const formatters = new Map<Options, Map<string, (at: string) => string>>();
const MAX_CACHED = 20_000;

function formatIn(timeZone: string, options: Options, at: string): string {
  const known = formatters.get(options) ?? new Map<string, (at: string) => string>();
  formatters.set(options, known);
  const formatAt = known.get(timeZone) ?? createFormatter({ ...options, timeZone });
  known.set(timeZone, formatAt);
  return formatAt(at);
}

function createFormatter(options: Options): (at: string) => string {
  const formatter = new Intl.DateTimeFormat(locale, options);
  const texts = new Map<string, string>();
  return (at) => {
    const text = texts.get(at) ?? formatter.format(new Date(at));
    if (texts.size >= MAX_CACHED) texts.clear();
    texts.set(at, text);
    return text;
  };
}
