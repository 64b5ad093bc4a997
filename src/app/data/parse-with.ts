type Parsers = typeof import('./parse/parse-edition.ts');

const importParsers = () => import('./parse/parse-edition.ts');

/**
 * A check of a file by one of `parse/parse-edition.ts`, which is not part of the first load. It is imported while the file
 * is being fetched.
 */
export function parseWith<T>(choose: (parsers: Parsers) => (value: unknown) => T): (value: unknown) => Promise<T> {
  const parsers = importParsers();
  // Handled when the file is there.
  parsers.catch(() => {});
  return async (value) => choose(await parsers)(value);
}
