/** Shorter strings are written again. A reference has about five characters. */
const MIN_REPEATED_LENGTH = 8;

/** Larger objects, such as stories, are never equal. Comparing them would take most of the time. */
const MAX_COMPARED_KEYS = 4;

/**
 * Packs a JSON value, so that keys and equal values are written once. The app unpacks it, see `unpackJson` in `src/app/data/unpack-page-data.ts`. Lists of
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
  const objects = new Map<string, number>();
  const shapes = new Map<string, number>();
  let count = 0;

  const pack = (item: unknown): unknown => {
    if (typeof item === 'string') return item.length < MIN_REPEATED_LENGTH ? item : packString(item);
    if (typeof item !== 'object' || item === null) return item;
    if (!Array.isArray(item)) return packObject(item);
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

  const packObject = (object: object): unknown => {
    const names = Object.keys(object).filter((name) => valueOf(object, name) !== undefined);
    const key = names.length > MAX_COMPARED_KEYS ? undefined : JSON.stringify(object);
    const position = key === undefined ? undefined : objects.get(key);
    if (position !== undefined) return [-position];
    const packed: unknown[] = [headOf(names)];
    for (const name of names) packed.push(pack(valueOf(object, name)));
    count += 1;
    if (key !== undefined) objects.set(key, count);
    return packed;
  };

  /** The first item of an object: its keys if they are new, else their number. */
  const headOf = (names: string[]): string[] | number => {
    const shape = JSON.stringify(names);
    const known = shapes.get(shape);
    if (known === undefined) shapes.set(shape, shapes.size + 1);
    return known ?? names;
  };

  return JSON.stringify(pack(value));
}

const valueOf = (object: object, name: string): unknown => object[name as keyof typeof object];
