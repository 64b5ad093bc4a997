export const DATE_PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Whether a value has the format of a date. The date itself may not exist. */
export const looksLikeDate = (value: unknown): boolean => typeof value === 'string' && DATE_PATTERN.test(value.trim());

/**
 * Parses an ISO 8601 date, with or without a time, and returns it in UTC as `YYYY-MM-DDTHH:mm:ssZ`, with milliseconds
 * only if they are not 0. Without a time zone it is UTC; without a time it is midnight UTC. Returns `undefined` for
 * anything else, and for a date or time that does not exist.
 */
export function parseDate(value: unknown): string | undefined {
  if (typeof value === 'string' && USUAL.test(value)) return value;
  const match = typeof value === 'string' ? DATE_PATTERN.exec(value.trim()) : null;
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = parseZone(zone);
  if (offset === undefined || Number(year) < 1 || !isDay(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute) - offset, Number(second), ms);
  const text = date.toISOString();
  return /^\d{4}-/.test(text) ? text.replace('.000Z', 'Z') : undefined;
}

/** The format of the result, in which nearly all files write dates, up to the 28th. Captures take five times as long. */
const USUAL = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (MONTHS[month - 1] ?? 0) + (isLeap ? 1 : 0);
}

/** Parses a UTC offset and returns minutes east of UTC. */
function parseZone(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 15 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
