import type { Value } from '../values/read-value.ts';
import { parseDate } from './parse-date.ts';

/** Reads a date. An invalid one is dropped with a warning. A time without a zone is in `timeZone`. */
export function readDate({ value, path, report }: Value, timeZone: string): string | undefined {
  const result = parseDate(value, timeZone);
  if ('at' in result) return result.at;
  report({ severity: 'warning', path, code: 'bad-date', ...result });
  return undefined;
}
