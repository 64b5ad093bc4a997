/** A field, or no field where it has no value. */
export function defined<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  return value === undefined ? NOTHING : ({ [key]: value } as { [K in Key]?: T });
}

const NOTHING = Object.freeze({});
