import type { Site } from '../model/site.ts';

/** The language and zone in which dates are printed. */
export type DateStyle = Pick<Site, 'language' | 'timeZone'>;

/** How long ago stories are dated by their age, rather than by their date. */
const RELATIVE_DAYS = 7;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Midnight UTC stands for a date without a clock time: such a date is the same in every zone. */
export const hasClock = (at: string): boolean => !/T00:00:00(\.0+)?Z$/.test(at);

/** `9 Oct 2025`. Always with its year, so that the text does not change when the reader's clock becomes known. */
export const formatShortDate = (at: string, style: DateStyle): string =>
  format(at, style, { day: 'numeric', month: 'short', year: 'numeric' });

/** `Thursday 9 October 2025`. */
export const formatLongDate = (at: string, style: DateStyle): string =>
  format(at, style, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** `Thursday 9 October 2025 at 13:00 UTC`, without a clock where none is known. */
export function formatMoment(at: string, style: DateStyle): string {
  if (!hasClock(at)) return formatLongDate(at, style);
  const clock = format(at, style, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  return `${formatLongDate(at, style)}, ${clock}`;
}

/** `3m`, `5h`, `2d`: the age of a moment up to seven days ago; else, or when it lies ahead, `undefined`. */
export function formatAge(at: string, now: number, style: DateStyle): string | undefined {
  const age = now - Date.parse(at);
  if (age < 0 || age >= RELATIVE_DAYS * DAY) return undefined;
  if (!hasClock(at) || age >= DAY) return age < DAY ? undefined : formatUnit(Math.floor(age / DAY), 'day', style);
  if (age >= HOUR) return formatUnit(Math.floor(age / HOUR), 'hour', style);
  return formatUnit(Math.max(1, Math.floor(age / MINUTE)), 'minute', style);
}

/** The calendar day of a moment, `YYYY-MM-DD`. */
export function dayOf(at: string, style: DateStyle): string {
  const parts = formatter('en', zoneOf(at, style), { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(at),
  );
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

export const formatDayHeading = (at: string, style: DateStyle): string =>
  format(at, style, { weekday: 'long', day: 'numeric', month: 'long' });

export const formatMonthHeading = (at: string, style: DateStyle): string =>
  format(at, style, { month: 'long', year: 'numeric' });

export const formatYearHeading = (at: string, style: DateStyle): string => format(at, style, { year: 'numeric' });

export const formatCount = (count: number, language: string): string => new Intl.NumberFormat(language).format(count);

const zoneOf = (at: string, style: DateStyle): string => (hasClock(at) ? style.timeZone : 'UTC');

const format = (at: string, style: DateStyle, options: Intl.DateTimeFormatOptions): string =>
  formatter(style.language, zoneOf(at, style), options).format(new Date(at));

function formatUnit(value: number, unit: string, { language }: DateStyle): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone });
  formatters.set(key, known);
  return known;
}
