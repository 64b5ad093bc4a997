import type { BuiltEdition } from '../build-edition.ts';

/** A file of the site. */
export interface OutputFile {
  /** Below the output folder, with forward slashes. */
  path: string;
  body: string;
}

/** One kind of output: what it writes of an edition. */
export type Output = (built: BuiltEdition) => Iterable<OutputFile>;

export const jsonFile = (path: string, value: unknown): OutputFile => ({ path, body: JSON.stringify(value) });
