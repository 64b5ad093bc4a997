import { isDay } from './parse-date.ts';

/** A date in the path of a file. */
export interface PathDate {
  /** Midnight UTC, which means a date without a time. */
  at: string;
  /** The length of the date and its separator at the start of the file's name, or of its folder's for `index.md`. */
  prefixLength: number;
}

/**
 * Finds the date in the path of a file: at the start of its name (`2026-02-03-x.md`), else of a folder
 * (`2026-02-03-x/index.md`), else in two or three folders (`2015/02-13-x.md`, `2015/02/13/x.md`). The nearest to the file
 * counts.
 */
export function findPathDate(file: string): PathDate | undefined {
  const segments = file.replace(/\.[^./]+$/, '').split('/');
  if (segments.at(-1) === 'index') segments.pop();
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const named = namedDate(segments[index] ?? '');
    if (named) return { at: named.at, prefixLength: index === segments.length - 1 ? named.length : 0 };
    const nested =
      nestedDate(segments.slice(Math.max(0, index - 2), index + 1)) ??
      dateInYear(segments[index - 1], segments[index] ?? '');
    if (nested !== undefined) return { at: nested, prefixLength: 0 };
  }
  return undefined;
}

/** A date at the start of a name, followed by a separator or by nothing. */
const NAMED = /^(?:(\d{4})([-_.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d\d)(\d\d))(?:T\d{2}[\d:.]*Z?)?(?:[-_. ]+|$)/;

function namedDate(name: string): { at: string; length: number } | undefined {
  const match = NAMED.exec(name);
  if (!match) return undefined;
  const [found, year, , month, day, compactYear, compactMonth, compactDay] = match;
  const at = toDate(year ?? compactYear, month ?? compactMonth, day ?? compactDay);
  return at === undefined ? undefined : { at, length: found.length };
}

/** `2015`, `02`, `13`; the name of a file may follow the day: `13-x`. */
function nestedDate([year = '', month = '', day = '']: readonly string[]): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month)) return undefined;
  return toDate(year, month, /^(\d{1,2})(?:[-_. ]|$)/.exec(day)?.[1]);
}

/** `2015`, `02-13-x`. */
function dateInYear(year = '', name: string): string | undefined {
  const match = /^\d{4}$/.test(year) ? /^(\d{1,2})-(\d{1,2})(?:[-_. ]|$)/.exec(name) : null;
  return match ? toDate(year, match[1], match[2]) : undefined;
}

function toDate(year = '', month = '', day = ''): string | undefined {
  const isDate = Number(year) >= 1 && isDay(Number(year), Number(month), Number(day));
  return isDate ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z` : undefined;
}
