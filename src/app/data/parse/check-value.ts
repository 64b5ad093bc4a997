/*
 * Checks of values that are not ours: what the browser has stored, and files that the reader imports. A check returns
 * the value, or `undefined` if it is not what it should be.
 */

type Check<T> = (value: unknown) => T | undefined;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of at most `max` characters, and not empty. */
export const text =
  (max: number): Check<string> =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= max ? value : undefined;

export const count: Check<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/** The latest moment that is valid: later ones cannot be formatted. */
const MAX_MOMENT = Date.UTC(2200);

/** A moment in milliseconds since 1970. */
export const moment: Check<number> = (value) => {
  const found = count(value);
  return found !== undefined && found < MAX_MOMENT ? found : undefined;
};

export const yes: Check<true> = (value) => (value === true ? true : undefined);

const MAX_URL = 8000;

/** An absolute http(s) URL. */
export const webUrl: Check<string> = (value) => {
  const url = text(MAX_URL)(value);
  return url !== undefined && /^https?:\/\/[^\s/?#]/i.test(url) && URL.canParse(url) ? url : undefined;
};

/** An ISO 8601 timestamp in UTC. */
export const timestamp: Check<string> = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? value
    : undefined;

const MAX_SLUG = 500;

/** Segments that are empty, `.` or `..`, and characters that no path has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_SLUG = /(?:^|\/)\.{0,2}(?:\/|$)|[\u0000-\u001f\\]/;

/** A slug: path segments without `.` and `..`. */
export const slug: Check<string> = (value) =>
  typeof value === 'string' && value.length <= MAX_SLUG && !NO_SLUG.test(value) ? value : undefined;

export const oneOf =
  <T>(options: readonly T[]): Check<T> =>
  (value) =>
    options.find((option) => option === value);

/** What counts the parts that a check has dropped. */
export interface DropCounter {
  dropped: number;
}

/** A list of at most `max` items, without those that the check refuses. They are counted. */
export function list<T>(value: unknown, max: number, check: Check<T>, counter: DropCounter): T[] {
  if (!Array.isArray(value)) return [];
  const items = value.slice(0, max).flatMap((item) => check(item) ?? []);
  counter.dropped += value.length - items.length;
  return items;
}

/**
 * The fields of a record that pass their checks. A field that is there and does not pass is left out, and counted.
 */
export function fields<T extends object>(
  value: Record<string, unknown>,
  checks: { [K in keyof T]-?: Check<T[K]> },
  counter: DropCounter,
): Partial<T> {
  const kept: Partial<T> = {};
  for (const key of Object.keys(checks) as (keyof T & string)[]) {
    if (value[key] === undefined) continue;
    const checked = checks[key](value[key]);
    if (checked === undefined) counter.dropped += 1;
    else kept[key] = checked;
  }
  return kept;
}
