import type { BuiltEdition } from '../../edition/build-edition.ts';
import { hashOf } from '../../util/hash.ts';

/** A file of the site. What is long to make may be made each time that it is asked for. */
export interface OutputFile {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  /** Changes whenever the body does, so that a file that is there already need not be made. */
  readonly version: string;
  readonly body: string;
}

/** One kind of output: what it writes of an edition. */
export type Output = (built: BuiltEdition) => Iterable<OutputFile>;

interface LazyFile {
  path: string;
  version: () => string;
  body: () => string;
}

/** A file that is made when it is asked for. */
export const lazyFile = ({ path, version, body }: LazyFile): OutputFile => ({
  path,
  get version() {
    return version();
  },
  get body() {
    return body();
  },
});

export function jsonFile(path: string, value: unknown): OutputFile {
  const body = JSON.stringify(value);
  return { path, version: hashOf(body), body };
}

/** A file that is made once, when it is asked for: of what a change of words, see `updateEdition`, leaves as it is. */
export function textFile(path: string, make: () => string): OutputFile {
  let made: string | undefined;
  const body = (): string => {
    made ??= make();
    return made;
  };
  return lazyFile({ path, version: () => hashOf(body()), body });
}

export const lazyJsonFile = (path: string, make: () => unknown): OutputFile =>
  textFile(path, () => JSON.stringify(make()));
