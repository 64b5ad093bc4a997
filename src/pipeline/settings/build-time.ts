import { describeValue } from '../content/normalize/values/describe-value.ts';
import { parseDate } from '../content/normalize/values/parse-date.ts';
import type { InvalidSetting } from './setting-readers.ts';

/** The environment variable for the time of the build, for builds that must not depend on the clock. */
export const BUILD_TIME = 'BUILD_TIME';

/** Reads the time of the build, in milliseconds since 1970. */
export function readBuildTime(value: string): { value: number } | InvalidSetting {
  const date = parseDate(value);
  if (date !== undefined) return { value: Date.parse(date) };
  return { reason: `expected an ISO 8601 date such as 2026-11-23T06:40:00Z, found ${describeValue(value)}` };
}
