/** A value that occurs at least once. Equal values have the same node. */
interface Node {
  id: number;
  /** JSON, if the value is neither an object nor an array. */
  json?: string;
  /** The items of an array, or the values of an object. */
  children?: Node[];
  /** The keys of an object. */
  keys?: string;
  /** Whether a repetition can refer to it. */
  canRepeat: boolean;
  /** Its number among the values that can be repeated, once it is written. */
  position?: number;
}

/** Shorter strings are written again. A reference has about five characters. */
const MIN_REPEATED_LENGTH = 8;

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
  const nodes = new Map<string, Node>();
  const shapes = new Map<string, number>();
  let positions = 0;

  const nodeOf = (key: string, rest: Omit<Node, 'id'>): Node => {
    const existing = nodes.get(key);
    if (existing) return existing;
    const node = { id: nodes.size, ...rest };
    nodes.set(key, node);
    return node;
  };

  const toNode = (item: unknown): Node => {
    if (typeof item === 'string') {
      const json = JSON.stringify(item);
      return nodeOf(json, { json, canRepeat: item.length >= MIN_REPEATED_LENGTH });
    }
    if (typeof item !== 'object' || item === null) {
      const json = JSON.stringify(item) ?? 'null';
      return nodeOf(json, { json, canRepeat: false });
    }
    if (Array.isArray(item)) {
      const children = item.map(toNode);
      return nodeOf(`[${idsOf(children)}`, { children, canRepeat: false });
    }
    const entries = Object.entries(item).filter(([, child]) => child !== undefined);
    const keys = JSON.stringify(entries.map(([key]) => key));
    const children = entries.map(([, child]) => toNode(child));
    return nodeOf(`${keys}${idsOf(children)}`, { children, keys, canRepeat: true });
  };

  const write = (node: Node): string => {
    if (node.position !== undefined) return `[${-node.position}]`;
    const text = node.json ?? `[${[headOf(node), ...(node.children ?? []).map(write)].join(',')}]`;
    if (node.canRepeat) {
      positions += 1;
      node.position = positions;
    }
    return text;
  };

  /** The first item of an array or object. */
  const headOf = ({ keys }: Node): string => {
    if (keys === undefined) return '0';
    const shape = shapes.get(keys);
    if (shape !== undefined) return String(shape);
    shapes.set(keys, shapes.size + 1);
    return keys;
  };

  return write(toNode(value));
}

const idsOf = (nodes: Node[]): string => nodes.map(({ id }) => id).join();
