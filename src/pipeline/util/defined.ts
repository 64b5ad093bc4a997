/** An object with one field, or an empty object if the value is `undefined`. For use with object spread. */
export function defined<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  return value === undefined ? EMPTY : ({ [key]: value } as { [K in Key]?: T });
}

const EMPTY = Object.freeze({});

/** Sets a field of an object unless the value is `undefined`. Faster than object spread in hot loops. */
export function set<T extends object, Key extends keyof T>(target: T, key: Key, value: T[Key] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/**
 * The fields of a type, all required; optional ones may be `undefined`. An object literal of this type must list every
 * field, so the compiler reports it when the type gets a new field.
 */
export type AllFields<T> = {
  [Field in keyof T]-?: object extends Pick<T, Field> ? T[Field] | undefined : T[Field];
};

/** Copies an object without the fields that are `undefined`. */
export function withoutUndefined<T extends object>(fields: AllFields<T>): T {
  const result: Partial<AllFields<T>> = {};
  for (const name in fields) if (fields[name] !== undefined) result[name] = fields[name];
  return result as T;
}
