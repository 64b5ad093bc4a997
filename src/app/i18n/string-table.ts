/**
 * The type of every table of interface strings: the one of the first load in `strings.ts`, and those of parts that load
 * later, which lie beside these parts. A string with values in it is a function.
 */
export interface StringTable {
  readonly [name: string]: string | ((...values: never[]) => string) | StringTable | readonly StringTable[];
}
