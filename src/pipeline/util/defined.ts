/** A field, or no field where it has no value. */
export function defined<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  return value === undefined ? NOTHING : ({ [key]: value } as { [K in Key]?: T });
}

const NOTHING = Object.freeze({});

/** Gives an object a field where there is a value. Where it is done a hundred thousand times, faster than spreading. */
export function set<T extends object, Key extends keyof T>(target: T, key: Key, value: T[Key] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/**
 * All fields of a type, none of them missing; those that are optional may be `undefined`. A literal of this type names
 * every field, so the compiler points at it when the type gets another one.
 */
export type AllFields<T> = {
  [Field in keyof T]-?: object extends Pick<T, Field> ? T[Field] | undefined : T[Field];
};

/** An object from all its fields, without those that are `undefined`. */
export function withoutUndefined<T extends object>(fields: AllFields<T>): T {
  const result: Partial<AllFields<T>> = {};
  for (const name in fields) if (fields[name] !== undefined) result[name] = fields[name];
  return result as T;
}
