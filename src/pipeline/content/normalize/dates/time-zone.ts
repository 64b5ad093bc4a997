/**
 * Converts a local time, given as if it were UTC in milliseconds since 1970, to UTC. `zone` is an offset in minutes east
 * of UTC or an IANA name. A time that a change to summer time skips is read with the offset before it, and one that occurs
 * twice is the first of the two.
 */
export function localTime(local: number, zone: number | string): Date {
  if (zone === 'UTC') return new Date(local);
  if (typeof zone === 'number') return new Date(local - zone * MINUTE);
  // The offsets before and after a change near this time.
  const offsets = [local - DAY, local + DAY].map((at) => offsetAt(at, zone));
  const instants = offsets.map((offset) => local - offset).filter((at) => local - at === offsetAt(at, zone));
  return new Date(instants.length > 0 ? Math.min(...instants) : local - (offsets[0] ?? 0));
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The offset of a zone in milliseconds at an instant in UTC. */
function offsetAt(at: number, zone: string): number {
  const format = formats.get(zone) ?? createFormat(zone);
  formats.set(zone, format);
  // `MM/DD/YYYY, HH:mm:ss`
  const [month, day, year, hour, minute, second] = (format.format(at).match(/\d+/g) ?? []).map(Number);
  const local = new Date(0);
  local.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day ?? 1);
  local.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0, 0);
  return local.getTime() - Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** American English is the only locale that every engine has. */
const createFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    calendar: 'gregory',
    timeZone,
  });

/** A parsed zone: minutes east of UTC, or an IANA name. `undefined` if there is none of that name. */
export function parseZone(zone: string): number | string | undefined {
  const utc = zone.replace(/^(?:UTC|GMT|UT|Z)/i, '');
  if (utc === '') return 0;
  const offset = /^([+-])(\d{1,2})(?::?(\d\d))?$/.exec(utc);
  if (offset) {
    const [, sign, hours, minutes = '0'] = offset;
    if (Number(hours) > MAX_HOURS || Number(minutes) > 59) return undefined;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  }
  return ABBREVIATIONS[zone.toUpperCase()] ?? (zone.includes('/') ? ianaName(zone) : undefined);
}

/** Offsets go to +14:00. Some files have +15:00, from clocks that are wrong by an hour. */
const MAX_HOURS = 15;

const names = new Map<string, string | undefined>();

function ianaName(zone: string): string | undefined {
  if (!names.has(zone)) names.set(zone, resolve(zone));
  return names.get(zone);
}

function resolve(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The zones of RFC 2822, and others that name one offset. IST, BST, AST and others name several. */
const ABBREVIATIONS: Partial<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};
