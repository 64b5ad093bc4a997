import { scalarText } from '../values/describe-value.ts';
import { describeBadDate, type InvalidDate } from './describe-bad-date.ts';
import { type DateParts, readDateParts } from './read-date-parts.ts';
import { localTime, parseZone } from './time-zone.ts';

/** A date in UTC, or why a value is not one. */
type DateResult = { at: string } | InvalidDate;

/**
 * Parses a date, with or without a time, and returns it in UTC as `YYYY-MM-DDTHH:mm:ssZ`, with milliseconds only if they
 * are not 0. Reads ISO 8601, RFC 2822 and every other form that can be read in one way only. A time without a zone is in
 * `timeZone`, an IANA name; without a time it is midnight UTC.
 * https://www.rfc-editor.org/rfc/rfc3339 https://www.rfc-editor.org/rfc/rfc2822#section-3.3
 */
export function parseDate(value: unknown, timeZone: string): DateResult {
  if (typeof value === 'string' && USUAL.test(value)) return { at: value };
  const text = scalarText(value);
  const parts = text === undefined ? undefined : readDateParts(text);
  const at = parts && toUtc(parts, timeZone);
  return at === undefined ? describeBadDate(value, parts) : { at };
}

/** The format of the result, in which nearly all files write dates, up to the 28th. Captures take five times as long. */
const USUAL = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** `undefined` if the day, the time or the zone does not exist. */
function toUtc({ year, month, day, time, zone }: DateParts, timeZone: string): string | undefined {
  if (year < 1 || !isDay(year, month, day)) return undefined;
  const { hour, minute, second, ms } = time ?? MIDNIGHT;
  // ISO 8601 has 24:00, the end of a day.
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && ms === 0;
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, ms);
  const offset = zone === undefined ? undefined : parseZone(zone);
  if (zone !== undefined && offset === undefined) return undefined;
  const utc = time === undefined ? date : localTime(date.getTime(), offset ?? timeZone);
  const text = utc.toISOString();
  return /^\d{4}-/.test(text) ? text.replace('.000Z', 'Z') : undefined;
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0, ms: 0 };

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay(year: number, month: number, day: number): boolean {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (MONTHS[month - 1] ?? 0) + (isLeap ? 1 : 0);
}
