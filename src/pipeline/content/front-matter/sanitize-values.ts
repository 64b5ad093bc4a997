import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import { isSecuredKey } from '../../diagnostics/redact-secrets.ts';
import { MAX_DEPTH } from '../../diagnostics/syntax-diagnostic.ts';

const MAX_VALUES = 100_000;
/** What is shorter is no ciphertext, and may be anywhere. */
const SHORTEST_SECRET = 16;

/** A value with the way to it. */
interface Visit {
  value: object;
  depth: number;
  name: string;
  above?: Visit;
}

/** What must not be used, and where it stands. */
interface UnsafeValue {
  message: string;
  path: FieldPath;
}

/**
 * Looks at every value of a parsed file once, without recursion: takes `secured` out, at any depth and however
 * misspelt, and says what must not be used because it would spill that, cost out of proportion, or reach for a
 * prototype.
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
        const below = { value, depth: depth + 1, name, above: visit };
        if (seen.has(value)) hasAliases = true;
        else open.push(below);
        seen.set(value, below);
      }
    }
  }
  const spilt = findSpilt(secrets, seen);
  if (spilt) return { message: NO_SECRET, path: pathOf(spilt) };
  return hasAliases ? findAliasBomb(root) : undefined;
}

const NO_PROTO = 'No field may be named `__proto__`.';
const NO_SECRET = 'An alias stands for a value of `secured`, which is nobody’s to read.';

function pathOf(visit: Visit): FieldPath {
  const path: (string | number)[] = [];
  for (let at = visit; at.above; at = at.above) {
    path.unshift(Array.isArray(at.above.value) ? Number(at.name) : at.name);
  }
  return path;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What an alias carries a secret to, or a part of one: `rest` is all that is left. */
function findSpilt(secrets: readonly unknown[], rest: ReadonlyMap<object, Visit>): Visit | undefined {
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
  if (texts.size === 0 && objects.size === 0) return undefined;
  for (const [object, visit] of rest) {
    if (objects.has(object)) return visit;
    if (Object.entries(object).some(([name, value]) => texts.has(name) || texts.has(value as string))) return visit;
  }
  return undefined;
}

/** The field whose value is out of proportion once every alias is written out. */
function findAliasBomb(root: object): UnsafeValue | undefined {
  const counts = countExpanded(root);
  const sizeOf = (value: unknown): number => (isObject(value) ? (counts.get(value) ?? 1) : 1);
  if (sizeOf(root) <= MAX_VALUES) return undefined;
  const [name = ''] = Object.entries(root).reduce((largest, entry) =>
    sizeOf(entry[1]) > sizeOf(largest[1]) ? entry : largest,
  );
  const most = MAX_VALUES.toLocaleString('en');
  const message = Number.isFinite(sizeOf(root))
    ? `Expected aliases that stand for at most ${most} values, found more.`
    : 'An alias stands for a value that holds it.';
  return { message, path: [name] };
}

/** How many values each object holds with every alias written out; infinitely many when it holds itself. */
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
