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
export const lazyFile = (file: LazyFile): OutputFile => new ComputedFile(file);

/** A class, because an object literal with getters gets a hidden class of its own and takes 25 times as long to create. */
class ComputedFile implements OutputFile {
  readonly path: string;
  readonly #version: () => string;
  readonly #body: () => string;

  constructor({ path, version, body }: LazyFile) {
    this.path = path;
    this.#version = version;
    this.#body = body;
  }

  get version(): string {
    return this.#version();
  }

  get body(): string {
    return this.#body();
  }
}

export function jsonFile(path: string, value: unknown): OutputFile {
  const body = JSON.stringify(value);
  return { path, version: hashOf(body), body };
}

/**
 * A file whose body is computed once, on the first access. In the dev server it must not depend on the text of articles, see
 * `updateEdition`.
 */
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
