/** The parts of a written date, before they are checked. */
export interface DateParts {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  /** Absent for a date alone. */
  time?: { hour: number; minute: number; second: number; ms: number };
  /** As written: `Z`, an offset, an abbreviation or an IANA name. */
  zone?: string;
}

/** Reads the parts of a date in any known form that has one meaning. `undefined` for any other text. */
export function readDateParts(text: string): DateParts | undefined {
  const spelling = normalizeSpelling(text);
  for (const read of FORMS) {
    const parts = read(spelling);
    if (parts) return parts;
  }
  return undefined;
}

/**
 * Converts full-width digits, dashes and spaces to ASCII. Editors and word processors write no-break hyphens, minus signs
 * and no-break spaces.
 */
export const normalizeSpelling = (text: string): string =>
  text
    .slice(0, MAX_LENGTH)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The longest form, with the name of a zone in parentheses, has about 70 characters. */
const MAX_LENGTH = 200;

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** What may follow a date: a time, a zone, the name of the zone in brackets. */
const CLOCK = '(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?(?: ?([ap])\\.?m\\b\\.?)?';
const ZONE =
  '(?: ?((?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d\\d)?|[A-Z]{1,5}|[A-Z][A-Za-z_]+(?:/[A-Za-z_+-]+){1,2}))?(?: ?\\[[\\w/+-]+\\]| ?\\([^()]{1,60}\\))?';
const REST = `(?:(?:T|,? at |, ?| )${CLOCK}${ZONE})?$`;
const COMPACT_REST = `(?:T?(\\d\\d)(\\d\\d)(?:(\\d\\d)(?:[.,](\\d{1,9}))?)?()${ZONE})?$`;

type Form = (text: string) => DateParts | undefined;

/** A form by its pattern. The captures of `order` come first, then those of the time and the zone. */
function form(pattern: string, order: string, rest = REST): Form {
  const regex = new RegExp(`^${pattern}${rest}`, 'i');
  return (text) => {
    const match = regex.exec(text);
    if (!match) return undefined;
    const [first = '', second = '', third = ''] = match.slice(1);
    const part = (name: string): number => toNumber([first, second, third][order.indexOf(name)] ?? '');
    const date = { year: part('y'), month: part('m'), day: part('d') };
    return withTime(date, match.slice(4));
  };
}

/** A number, or the number of a month's name. */
const toNumber = (text: string): number =>
  /^\d/.test(text) ? Number(text) : NAMES.indexOf(text.slice(0, 3).toLowerCase()) + 1;

type Captures = readonly (string | undefined)[];

/** Adds the time. Twelve-hour clocks count 12 as 0. */
function withTime(date: DateParts, [hour, minute = '0', second = '0', fraction = '', half, zone]: Captures): DateParts {
  if (hour === undefined) return date;
  const isTwelveHour = half !== undefined && half !== '';
  const hours = isTwelveHour ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  // 13 pm does not exist.
  date.time = {
    hour: isTwelveHour && Number(hour) > 12 ? 99 : hours,
    minute: Number(minute),
    second: Number(second),
    ms: Number(fraction.padEnd(3, '0').slice(0, 3)),
  };
  if (zone !== undefined && zone !== '') date.zone = zone;
  return date;
}

/** `05/01/2024`: two numbers and a year. It has one meaning if one of the numbers is not a month, or both are equal. */
function readNumbers(text: string): DateParts | undefined {
  const parts = DAY_FIRST(text);
  if (!parts) return undefined;
  const { day, month } = parts;
  if (day === month || day > 12) return parts;
  return month > 12 ? { ...parts, day: month, month: day } : undefined;
}

const DAY_FIRST = form('(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})', 'dmy');

/** The form of C's `asctime` and of the command `date`: the year comes last, after the time. */
function readAsctime(text: string): DateParts | undefined {
  const match = ASCTIME.exec(text);
  if (!match) return undefined;
  const [, month = '', day, hour, minute, second, zone, year] = match;
  const date = { year: Number(year), month: toNumber(month), day: Number(day) };
  return withTime(date, [hour, minute, second, undefined, undefined, zone]);
}

const ASCTIME = new RegExp(
  `^${WEEKDAY}${MONTH} (\\d{1,2}) (\\d{1,2}):(\\d\\d):(\\d\\d)(?: ([A-Z]{1,5}|[+-]\\d{4}))? (\\d{4})$`,
  'i',
);

/** `2024-W01-5`: the first week has the year's first Thursday, and begins on Monday. */
function readWeekDate(text: string): DateParts | undefined {
  const match = WEEK_DATE.exec(text);
  if (!match) return undefined;
  const [year, week, day] = match.slice(1, 4).map(Number);
  if (year === undefined || week === undefined || day === undefined || week < 1 || week > 53) return undefined;
  const fourth = new Date(0);
  fourth.setUTCFullYear(year, 0, 4);
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7);
  fourth.setUTCDate(monday + (week - 1) * 7 + day - 1);
  const date = { year: fourth.getUTCFullYear(), month: fourth.getUTCMonth() + 1, day: fourth.getUTCDate() };
  return withTime(date, match.slice(4));
}

const WEEK_DATE = new RegExp(`^(\\d{4})-?W(\\d\\d)-?([1-7])${REST}`, 'i');

const FORMS: readonly Form[] = [
  form('(\\d{4})-(\\d{1,2})-(\\d{1,2})', 'ymd'),
  form('(\\d{4})/(\\d{1,2})/(\\d{1,2})', 'ymd'),
  form('(\\d{4})\\. ?(\\d{1,2})\\. ?(\\d{1,2})\\.?', 'ymd'),
  form('(\\d{4}) (\\d{1,2}) (\\d{1,2})', 'ymd'),
  form('(\\d{4})(\\d\\d)(\\d\\d)', 'ymd', COMPACT_REST),
  form('(\\d{4})(\\d\\d)(\\d\\d)', 'ymd'),
  form('(\\d{4})[年년] ?(\\d{1,2})[月월] ?(\\d{1,2})[日일]', 'ymd'),
  form(`(\\d{4})[- ]${MONTH}[- ](\\d{1,2})`, 'ymd'),
  form(`${WEEKDAY}${DAY}(?: of)?[ .-]{1,2}${MONTH},?[ -](\\d{4})`, 'dmy'),
  form(`${WEEKDAY}${MONTH} ${DAY},? (\\d{4})`, 'mdy'),
  readAsctime,
  readWeekDate,
  readNumbers,
];
