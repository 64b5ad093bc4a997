import { isSecured } from './secured.ts';

export const MAX_DEPTH = 100;
const MAX_VALUES = 100_000;
/** What is shorter is no ciphertext, and may be anywhere. */
const SHORTEST_SECRET = 16;

interface Visit {
  value: object;
  depth: number;
}

/**
 * Looks at every value of a parsed file once, without recursion: takes `secured` out, at any depth and however
 * misspelt, and says what must not be used because it would spill that, cost out of proportion, or reach for a
 * prototype.
 */
export function guardValues(root: object): string | undefined {
  const seen = new Set<object>([root]);
  const open: Visit[] = [{ value: root, depth: 1 }];
  const secrets: unknown[] = [];
  let hasAliases = false;
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { depth } = visit;
    if (depth > MAX_DEPTH) return `The front matter is nested more than ${MAX_DEPTH} levels deep.`;
    const record = visit.value as Record<string, unknown>;
    const isList = Array.isArray(record);
    for (const name of Object.keys(record)) {
      if (!isList && name === '__proto__') return 'No field may be named `__proto__`.';
      const value = record[name];
      if (!isList && isSecured(name)) {
        secrets.push(value);
        delete record[name];
      } else if (isObject(value)) {
        if (seen.has(value)) hasAliases = true;
        else open.push({ value, depth: depth + 1 });
        seen.add(value);
      }
    }
  }
  if (isAnyUsed(secrets, seen)) return 'An alias stands for a value of `secured`, which is nobody’s to read.';
  if (!hasAliases || countExpanded(root) <= MAX_VALUES) return undefined;
  return `The aliases stand for more than ${MAX_VALUES.toLocaleString('en')} values.`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether an alias carries a secret, or a part of one, to a place that is read: `rest` is all that is left. */
function isAnyUsed(secrets: readonly unknown[], rest: ReadonlySet<object>): boolean {
  const texts = new Set<string>();
  const objects = new Set<object>();
  const open = [...secrets];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string' && value.length >= SHORTEST_SECRET) texts.add(value);
    if (!isObject(value) || objects.has(value)) continue;
    objects.add(value);
    for (const item of Object.values(value)) open.push(item);
  }
  if (texts.size === 0 && objects.size === 0) return false;
  for (const object of rest) {
    if (objects.has(object)) return true;
    if (Object.entries(object).some(([name, value]) => texts.has(name) || texts.has(value as string))) return true;
  }
  return false;
}

/** How many values there are with every alias written out; infinitely many when a value holds itself. */
function countExpanded(root: object): number {
  const counts = new Map<object, number>();
  const open: object[] = [root];
  for (let value = open.at(-1); value; value = open.at(-1)) {
    const children = Object.values(value).filter(isObject);
    if (!counts.has(value)) {
      counts.set(value, Number.POSITIVE_INFINITY);
      for (const child of children) if (!counts.has(child)) open.push(child);
    } else {
      open.pop();
      const inner = children.reduce((sum, child) => sum + (counts.get(child) ?? 1), 0);
      if (counts.get(value) === Number.POSITIVE_INFINITY) counts.set(value, 1 + Object.keys(value).length + inner);
    }
  }
  return counts.get(root) ?? 1;
}
