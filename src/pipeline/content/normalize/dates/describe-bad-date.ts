import { quote } from '../../../diagnostics/quote.ts';
import { defined } from '../../../util/defined.ts';
import { describeValue, scalarText } from '../values/describe-value.ts';
import { type DateParts, normalizeSpelling } from './read-date-parts.ts';

/** Why a value is not a date: sentences for a message and a hint. */
export interface InvalidDate {
  message: string;
  hint?: string;
}

/** Explains why a value is not a date. `parts` are its parts if its form is known: then the date does not exist. */
export function describeBadDate(value: unknown, parts: DateParts | undefined): InvalidDate {
  const found = describeValue(value);
  if (parts) return describeNonexistent(parts, found);
  const text = normalizeSpelling(scalarText(value) ?? '');
  const kind = KINDS.find(({ pattern }) => pattern.test(text));
  if (kind) return { message: `${kind.expected}, found ${found}${kind.found}.`, ...defined('hint', kind.hint?.(text)) };
  return { message: `Expected a date such as 2026-11-23 or 2026-11-23T06:40:00Z, found ${found}.` };
}

function describeNonexistent({ zone }: DateParts, found: string): InvalidDate {
  if (zone === undefined || /[+-]\d|^Z$/i.test(zone))
    return { message: `Expected a date and time that exist, found ${found}.` };
  const message = `Expected a time zone such as +02:00 or Europe/Berlin, found ${quote(zone)} in ${found}`;
  if (!SHARED.has(zone.toUpperCase())) return { message: `${message}.` };
  return { message: `${message}, which several zones are called.` };
}

/** Abbreviations that several zones have, such as those of India, Ireland and Israel. */
const SHARED = new Set(['IST', 'BST', 'AST', 'ADT', 'SST', 'ECT', 'GST', 'AMT', 'WST', 'PYT']);

interface Kind {
  pattern: RegExp;
  expected: string;
  /** The end of the message, after the quoted value. */
  found: string;
  hint?: (text: string) => string | undefined;
}

const KINDS: readonly Kind[] = [
  {
    pattern: /^(?:<%|\{\{|\{%|\$\{)/,
    expected: 'Expected a date',
    found: ', an expression of a template that was not filled in',
  },
  {
    pattern: /^\d{1,2}[-./]\d{1,2}[-./]\d{4}(?!\d)/,
    expected: 'Expected a date with the year first',
    found: ', in which the day and the month can be confused',
    hint: bothReadings,
  },
  {
    pattern: /^(?:\d{1,2}[-./]\d{1,2}[-./]\d{2}|\d{1,2} [a-z]+\.? \d{2}|[a-z]+\.? \d{1,2},? '?\d{2})(?!\d)/i,
    expected: 'Expected a year of four digits',
    found: '',
  },
  { pattern: /^\d{4}(?:[-/.]\d{1,2})?$/, expected: 'Expected a year, a month and a day', found: ', which has no day' },
  {
    pattern: /^\d{4}-W\d\d$/i,
    expected: 'Expected a year, a month and a day',
    found: ', which is a whole week',
  },
  { pattern: /^-?\d+(?:\.\d+)?$/, expected: 'Expected a date', found: ', a number', hint: unixTime },
  {
    pattern: /^(?:now|today|yesterday|tomorrow)$/i,
    expected: 'Expected a date',
    found: ', which is another date every day',
  },
  {
    pattern: /^(?:git )?(?:last modified|created)$/i,
    expected: 'Expected a date',
    found: ', for which Eleventy takes the date of the file',
    hint: () => 'Write the date into the file: it is not the same on every computer.',
  },
  {
    pattern: /^\d{1,2}\.? \p{L}+\.? \d{4}|^\p{L}+\.? \d{1,2},? \d{4}/u,
    expected: 'Expected the month in English or as a number',
    found: '',
    hint: () => 'Write the date as 2026-11-23.',
  },
  { pattern: /^T?\d{1,2}:\d\d/, expected: 'Expected a date', found: ', a time without a date' },
];

/** The two dates that `03/04/2024` can mean. */
function bothReadings(text: string): string | undefined {
  const [first = '', second = '', year = ''] = text.match(/\d+/g) ?? [];
  const [a, b] = [first, second].map((part) => part.padStart(2, '0'));
  return `Write ${year}-${a}-${b} or ${year}-${b}-${a}.`;
}

/** The date that a number of seconds or milliseconds since 1970 means. */
function unixTime(text: string): string | undefined {
  const digits = /^\d+/.exec(text)?.[0] ?? '';
  if (digits.length !== 10 && digits.length !== 13) return undefined;
  const date = new Date(Number(digits.padEnd(13, '0').slice(0, 13))).toISOString().replace(/\.\d+Z$/, 'Z');
  return `If it is a Unix time, write ${date}.`;
}
