/** Shorter strings are written again. A reference has about five characters. */
const MIN_REPEATED_LENGTH = 8;

/** Larger objects, such as stories, are never equal. Comparing them would take most of the time. */
const MAX_COMPARED_KEYS = 4;

/**
 * Packs a JSON value, so that keys and equal values are written once. The app unpacks it, see `unpackJson` in `src/model/unpack-page-data.ts`. Lists of
 * stories become a third shorter. The result is JSON in which there are no objects:
 *
 * - A string, number, boolean or `null` stands for itself.
 * - `[0, ...items]` is an array.
 * - `[[...keys], ...values]` is an object. The next objects with these keys are `[n, ...values]`: `n` counts from 1.
 * - `[-n]` repeats an earlier value: `n` counts from 1, in the order of their ends, the objects and the strings of at
 *   least `MIN_REPEATED_LENGTH` characters that are not repetitions.
 */
export function packJson(value: unknown): string {
  const strings = new Map<string, number>();
  /** Small objects by their first value. */
  const objects = new Map<unknown, { object: object; position: number }>();
  const shapes = new Map<string, { names: string[]; position: number }>();
  /** The number of values that can be repeated, and of shapes, so far. */
  let count = 0;
  let shapeCount = 0;

  const pack = (item: unknown): unknown => {
    if (typeof item === 'string') return item.length < MIN_REPEATED_LENGTH ? item : packString(item);
    if (typeof item !== 'object' || item === null) return item;
    if (!Array.isArray(item)) return packObject(item as JsonObject);
    const packed: unknown[] = [0];
    for (const child of item) packed.push(pack(child));
    return packed;
  };

  const packString = (text: string): unknown => {
    const position = strings.get(text);
    if (position !== undefined) return [-position];
    count += 1;
    strings.set(text, count);
    return text;
  };

  const packObject = (object: JsonObject): unknown => {
    const names = Object.keys(object).filter((name) => object[name] !== undefined);
    const first = names.length > MAX_COMPARED_KEYS ? undefined : object[names[0] ?? ''];
    const known = objects.get(first);
    if (known && isEqual(known.object, object)) return [-known.position];
    const packed: unknown[] = [headOf(names)];
    for (const name of names) packed.push(pack(object[name]));
    count += 1;
    if (first !== undefined) objects.set(first, { object, position: count });
    return packed;
  };

  /** The first item of an object: its keys if they are new, else their number. */
  const headOf = (names: string[]): string[] | number => {
    const key = names.join();
    const known = shapes.get(key);
    if (known && haveSameItems(known.names, names)) return known.position;
    shapeCount += 1;
    shapes.set(key, { names, position: shapeCount });
    return names;
  };

  return JSON.stringify(pack(value));
}

type JsonObject = Record<string, unknown>;

/** Compares two small objects. Their keys must have the same order. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return haveSameItems(names, Object.keys(b)) && names.every((name) => isEqual(a[name], b[name]));
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

function haveSameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
