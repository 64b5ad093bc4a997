/** A field, or no field where it has no value. */
export function defined<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  return value === undefined ? NOTHING : ({ [key]: value } as { [K in Key]?: T });
}

const NOTHING = Object.freeze({});

/** Gives an object a field where there is a value. Where it is done a hundred thousand times, faster than spreading. */
export function set<T extends object, Key extends keyof T>(target: T, key: Key, value: T[Key] | undefined): void {
  if (value !== undefined) target[key] = value;
}
