import type { PageData } from './page.ts';

/** Shorter strings are never repeated by a reference. The same number is in the pipeline's `pack-json.ts`. */
const MIN_REPEATED_LENGTH = 8;

/** Reads the data that is embedded in a pre-rendered page: JSON values by path, each packed. */
export function unpackPageData(json: string): PageData {
  const files = Object.entries(JSON.parse(json) as PageData);
  return Object.fromEntries(files.map(([path, packed]) => [path, unpackJson(packed)]));
}

/** Unpacks a value. The format is described in the pipeline's `pack-json.ts`. */
export function unpackJson(packed: unknown): unknown {
  const shapes: string[][] = [];
  const seen: unknown[] = [];
  const unpack = (item: unknown): unknown => {
    if (typeof item === 'string' && item.length >= MIN_REPEATED_LENGTH) seen.push(item);
    if (!Array.isArray(item)) return item;
    const [head, ...rest] = item as [number | string[], ...unknown[]];
    if (head === 0) return rest.map(unpack);
    if (typeof head === 'number' && head < 0) return seen[-head - 1];
    if (typeof head === 'object') shapes.push(head);
    const keys = typeof head === 'object' ? head : shapes[head - 1];
    const object = Object.fromEntries(keys?.map((key, index) => [key, unpack(rest[index])]) ?? []);
    seen.push(object);
    return object;
  };
  return unpack(packed);
}
