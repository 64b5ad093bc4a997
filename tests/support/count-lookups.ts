/** Runs a function and counts its calls of `Map.get`, a measure of work that does not depend on the machine. */
export function countLookups<T>(work: () => T): { result: T; lookups: number } {
  const original = Object.getOwnPropertyDescriptor(Map.prototype, 'get');
  if (!original) throw new Error('Map has no `get`');
  const get = original.value as (this: Map<unknown, unknown>, key: unknown) => unknown;
  let lookups = 0;
  const counted = function (this: Map<unknown, unknown>, key: unknown): unknown {
    lookups += 1;
    return get.call(this, key);
  };
  Object.defineProperty(Map.prototype, 'get', { ...original, value: counted });
  try {
    return { result: work(), lookups };
  } finally {
    Object.defineProperty(Map.prototype, 'get', original);
  }
}
