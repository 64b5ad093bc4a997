import { hasTime } from '../../model/calendar-day.ts';
import type { Site } from '../../model/site.ts';

/** The language and zone in which dates are printed. */
export type DateStyle = Pick<Site, 'language' | 'timeZone'>;

/** How long ago stories are dated by their age, rather than by their date. */
const RELATIVE_DAYS = 7;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `9 Oct 2025`. Always with its year, so that the text does not change when the reader's clock becomes known. */
export const formatShortDate = (at: string, style: DateStyle): string => format(at, style, SHORT_DATE);

/** `Thursday 9 October 2025`. */
export const formatLongDate = (at: string, style: DateStyle): string => format(at, style, LONG_DATE);

/** `Thursday 9 October 2025 at 13:00 UTC`, without a clock where none is known. */
export function formatDateTime(at: string, style: DateStyle): string {
  if (!hasTime(at)) return formatLongDate(at, style);
  const clock = format(at, style, CLOCK);
  return `${formatLongDate(at, style)}, ${clock}`;
}

/** `13:00`, in the site's zone. */
export const formatTime = (at: string, style: DateStyle): string => format(at, style, CLOCK_ALONE);

/** `3m`, `5h`, `2d`: the age of a moment up to seven days ago; else, or when it lies ahead, `undefined`. */
export function formatAge(at: string, now: number, style: DateStyle): string | undefined {
  const age = now - Date.parse(at);
  if (age < 0 || age >= RELATIVE_DAYS * DAY) return undefined;
  if (!hasTime(at) || age >= DAY) return age < DAY ? undefined : formatUnit(Math.floor(age / DAY), 'day', style);
  if (age >= HOUR) return formatUnit(Math.floor(age / HOUR), 'hour', style);
  return formatUnit(Math.max(1, Math.floor(age / MINUTE)), 'minute', style);
}

export const formatDayHeading = (at: string, style: DateStyle): string => format(at, style, DAY_HEADING);

export const formatMonthHeading = (at: string, style: DateStyle): string => format(at, style, MONTH_HEADING);

export const formatYearHeading = (at: string, style: DateStyle): string => format(at, style, YEAR_HEADING);

export function formatCount(count: number, language: string): string {
  const known = counters.get(language) ?? new Intl.NumberFormat(language);
  counters.set(language, known);
  return known.format(count);
}

/** Making a formatter takes longer than a list of counts. */
const counters = new Map<string, Intl.NumberFormat>();

const zoneOf = (at: string, style: DateStyle): string => (hasTime(at) ? style.timeZone : 'UTC');

type Options = Intl.DateTimeFormatOptions;

const SHORT_DATE: Options = { day: 'numeric', month: 'short', year: 'numeric' };
const LONG_DATE: Options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const CLOCK: Options = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
const CLOCK_ALONE: Options = { hour: '2-digit', minute: '2-digit' };
const DAY_HEADING: Options = { weekday: 'long', day: 'numeric', month: 'long' };
const MONTH_HEADING: Options = { month: 'long', year: 'numeric' };
const YEAR_HEADING: Options = { year: 'numeric' };

const format = (at: string, style: DateStyle, options: Options): string =>
  formatIn(style.language, zoneOf(at, style), options, at);

function formatUnit(value: number, unit: string, { language }: DateStyle): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value);
}

/** Making a formatter takes long, and formatting is not quick: a feed asks for the same days again and again. */
const formatters = new Map<Options, Map<string, (at: string) => string>>();
const REMEMBERED = 20_000;

function formatIn(language: string, timeZone: string, options: Options, at: string): string {
  const known = formatters.get(options) ?? new Map<string, (at: string) => string>();
  formatters.set(options, known);
  const key = `${language} ${timeZone}`;
  const formatAt = known.get(key) ?? createFormatter(language, { ...options, timeZone });
  known.set(key, formatAt);
  return formatAt(at);
}

function createFormatter(language: string, options: Options): (at: string) => string {
  const formatter = new Intl.DateTimeFormat(language, options);
  const texts = new Map<string, string>();
  return (at) => {
    const text = texts.get(at) ?? formatter.format(new Date(at));
    if (texts.size >= REMEMBERED) texts.clear();
    texts.set(at, text);
    return text;
  };
}
