import type { BuiltEdition } from '../../edition/build-edition.ts';
import { hashOf } from '../../util/hash.ts';

/** A file of the site. `version` and `body` may be getters that compute the value on each access. */
export interface OutputFile {
  /** The path relative to the output folder, with forward slashes. */
  readonly path: string;
  /** Changes whenever the body does, so that the body of an unchanged file need not be computed. */
  readonly version: string;
  readonly body: string;
}

/** One kind of output: creates its files from an edition. */
export type Output = (built: BuiltEdition) => Iterable<OutputFile>;

interface LazyFile {
  path: string;
  version: () => string;
  body: () => string;
}

/** A file whose version and body are computed on each access. */
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

/** A file whose body is computed once, on the first access. It must not depend on the text of articles, see `updateEdition`. */
export function textFile(path: string, compute: () => string): OutputFile {
  let computed: string | undefined;
  const body = (): string => {
    computed ??= compute();
    return computed;
  };
  return lazyFile({ path, version: () => hashOf(body()), body });
}

/** A JSON file whose body is computed once, see `textFile`. */
export const lazyJsonFile = (path: string, compute: () => unknown): OutputFile =>
  textFile(path, () => JSON.stringify(compute()));
