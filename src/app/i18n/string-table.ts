/**
 * The type of all tables of interface strings: the table of the first load in `strings.ts`, and the tables of lazy
 * parts, which are in the folders of these parts. A string with values in it is a function.
 */
export interface StringTable {
  readonly [name: string]: string | ((...values: never[]) => string) | StringTable | readonly StringTable[];
}
