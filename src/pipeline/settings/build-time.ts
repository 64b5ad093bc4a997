import { parseDate } from '../content/normalize/dates/parse-date.ts';
import { defined } from '../util/defined.ts';
import type { InvalidSetting } from './invalid-setting.ts';

/** The environment variable for the time of the build, for builds that must not depend on the clock. */
export const BUILD_TIME = 'BUILD_TIME';

/** Reads the time of the build, in milliseconds since 1970. A time without a zone is in UTC. */
export function readBuildTime(value: string): { value: number } | InvalidSetting {
  const date = parseDate(value, 'UTC');
  if ('at' in date) return { value: Date.parse(date.at) };
  return { reason: date.message.replace(/^E/, 'e').replace(/\.$/, ''), ...defined('hint', date.hint) };
}
