import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import { isSecuredKey } from '../../diagnostics/redact-secrets.ts';
import { MAX_DEPTH } from '../../diagnostics/syntax-diagnostic.ts';

const MAX_VALUES = 100_000;
/** Shorter text is not ciphertext, and may occur in other values. */
const MIN_SECRET = 16;

/** A value with its name and its parent. */
interface Visit {
  value: object;
  depth: number;
  name: string;
  parent?: Visit;
}

interface UnsafeValue {
  message: string;
  path: FieldPath;
}

/**
 * Visits every value of a parsed file once, without recursion. Removes `secured` and its misspellings at any depth.
 * Returns the first value that is unsafe to use: an alias of a secret, an alias bomb, too deep nesting, or `__proto__`.
 */
export function sanitizeValues(root: object): UnsafeValue | undefined {
  const first: Visit = { value: root, depth: 1, name: '' };
  const seen = new Map<object, Visit>([[root, first]]);
  const open: Visit[] = [first];
  const secrets: unknown[] = [];
  let hasAliases = false;
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { depth } = visit;
    if (depth > MAX_DEPTH) {
      return {
        message: `Expected at most ${MAX_DEPTH} levels of nesting, found more.`,
        path: pathOf(visit).slice(0, 1),
      };
    }
    const record = visit.value as Record<string, unknown>;
    const isList = Array.isArray(record);
    for (const name of Object.keys(record)) {
      const value = record[name];
      if (!isList && name === '__proto__') return { message: NO_PROTO, path: [...pathOf(visit), name] };
      if (!isList && isSecuredKey(name)) {
        secrets.push(value);
        delete record[name];
      } else if (isObject(value)) {
        const child = { value, depth: depth + 1, name, parent: visit };
        if (seen.has(value)) hasAliases = true;
        else open.push(child);
        seen.set(value, child);
      }
    }
  }
  const leak = findLeak(secrets, seen);
  if (leak) return { message: NO_SECRET, path: pathOf(leak) };
  return hasAliases ? findAliasBomb(root) : undefined;
}

const NO_PROTO = 'Expected another field name, found `__proto__`, which is not allowed.';
const NO_SECRET = 'Expected no alias of a value in `secured`, found one. The field holds a secret.';

function pathOf(visit: Visit): FieldPath {
  const path: (string | number)[] = [];
  for (let node = visit; node.parent; node = node.parent) {
    path.unshift(Array.isArray(node.parent.value) ? Number(node.name) : node.name);
  }
  return path;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Finds a remaining value that contains a secret or a part of one through an alias. */
function findLeak(secrets: readonly unknown[], remaining: ReadonlyMap<object, Visit>): Visit | undefined {
  const texts = new Set<string>();
  const objects = new Set<object>();
  const open = [...secrets];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string' && value.length >= MIN_SECRET) texts.add(value);
    if (!isObject(value) || objects.has(value)) continue;
    objects.add(value);
    for (const item of Object.values(value)) open.push(item);
  }
  if (texts.size === 0 && objects.size === 0) return undefined;
  for (const [object, visit] of remaining) {
    if (objects.has(object)) return visit;
    if (Object.entries(object).some(([name, value]) => texts.has(name) || texts.has(value as string))) return visit;
  }
  return undefined;
}

/** Finds the largest field if the file has too many values with all aliases expanded. */
function findAliasBomb(root: object): UnsafeValue | undefined {
  const counts = countExpanded(root);
  const sizeOf = (value: unknown): number => (isObject(value) ? (counts.get(value) ?? 1) : 1);
  if (sizeOf(root) <= MAX_VALUES) return undefined;
  const [name = ''] = Object.entries(root).reduce((largest, entry) =>
    sizeOf(entry[1]) > sizeOf(largest[1]) ? entry : largest,
  );
  const max = MAX_VALUES.toLocaleString('en');
  const message = Number.isFinite(sizeOf(root))
    ? `Expected at most ${max} values with all aliases expanded, found more.`
    : 'Expected an alias of another value, found one of the value that contains it.';
  return { message, path: [name] };
}

/** The number of values in each object with all aliases expanded; infinite if it contains itself. */
function countExpanded(root: object): Map<object, number> {
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
  return counts;
}
