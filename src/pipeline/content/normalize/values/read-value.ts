import type { FieldDiagnostic, FieldPath, Report } from '../../../diagnostics/diagnostic.ts';
import { defined } from '../../../util/defined.ts';
import { cleanUrl, type InvalidUrl, type UrlResult } from './clean-url.ts';
import { describeValue, scalarText, typeName } from './describe-value.ts';
import { cutAtWord, plainText } from './plain-text.ts';

/** A value with its path in the file, and the function for its diagnostics. */
export interface Value {
  value: unknown;
  path: FieldPath;
  report: Report;
}

/** Reads plain text of at most `max` characters. A number or boolean is read as text. */
export function readPlainText({ value, path, report }: Value, max: number): string | undefined {
  const source = scalarText(value);
  if (source === undefined) {
    report({ severity: 'warning', path, code: 'not-text', message: `Expected text, found ${typeName(value)}.` });
    return undefined;
  }
  return limitText(plainText(source), { path, report }, max) || undefined;
}

/** Cuts plain text at `max` characters, with a warning. */
export function limitText(text: string, { path, report }: Omit<Value, 'value'>, max: number): string {
  if (text.length <= max) return text;
  const cut = cutAtWord(text, max);
  if (cut !== text) {
    const [limit, found] = [max, text.length].map((length) => length.toLocaleString('en'));
    const message = `Expected at most ${limit} characters, found ${found}; the rest is left out.`;
    report({ severity: 'warning', path, code: 'cut', message });
  }
  return cut;
}

export const NUMBER = /^[+-]?(\d+(_\d+)*(\.(\d+(_\d+)*)?)?|\.\d+(_\d+)*)([eE][+-]?\d+(_\d+)*)?$/;

/** Most numbers in real files. Matching them first takes half of the time. */
const SHORT_INTEGER = /^\d{1,15}$/;

/** Reads a number without a unit. YAML and TOML allow grouped digits: `1_000`. */
export function readNumber({ value, path, report }: Value): number | undefined {
  if (typeof value === 'string' && SHORT_INTEGER.test(value)) return Number(value);
  const text = typeof value === 'string' ? value.trim() : '';
  const number = NUMBER.test(text) ? Number(text.replaceAll('_', '')) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  report({
    severity: 'warning',
    path,
    code: 'not-a-number',
    message: `Expected a number, found ${describeValue(value)}.`,
  });
  return undefined;
}

/** Reads a score of 0 or more. -1, which legacy content uses for archived articles, means unknown. */
export function readScore(value: Value): number | undefined {
  const score = readNumber(value);
  if (score === undefined || score === -1) return undefined;
  if (score >= 0) return score;
  const message = `Expected a score of 0 or more, or -1, found ${describeValue(value.value)}.`;
  value.report({ severity: 'warning', path: value.path, code: 'bad-score', message });
  return undefined;
}

/** The booleans of YAML 1.1. */
export const [TRUE_WORDS, FALSE_WORDS] = [
  ['true', 'yes', 'on'],
  ['false', 'no', 'off'],
];

export function readBoolean({ value, path, report }: Value): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (TRUE_WORDS.includes(word)) return true;
  if (FALSE_WORDS.includes(word)) return false;
  report({
    severity: 'warning',
    path,
    code: 'not-a-truth-value',
    message: `Expected true or false, found ${describeValue(value)}.`,
  });
  return undefined;
}

/** Reads a URL. An invalid one is dropped with a warning. */
export function readUrlValue({ value, path, report }: Value): string | undefined {
  const result: UrlResult = cleanUrl(value);
  if ('url' in result) return result.url;
  report({ path, ...urlDiagnostic(result) });
  return undefined;
}

/** The warning about an invalid URL. */
export const urlDiagnostic = ({ reason, hint }: InvalidUrl): Omit<FieldDiagnostic, 'path'> => ({
  severity: 'warning',
  code: 'bad-address',
  message: `${capitalized(reason)}.`,
  ...defined('hint', hint),
});

/** Capitalises the first letter. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns a list as it is, and a single value as a list of one. */
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
