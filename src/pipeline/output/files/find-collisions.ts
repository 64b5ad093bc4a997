import { slugKey } from '../../content/normalize/fields/slug.ts';

/**
 * The public files that have the name of a file of the site, or would need a folder where the site has a file, or the other
 * way round; with the file of the site. Names are compared as on file systems that ignore case.
 */
export function findCollisions(names: readonly string[], ofSite: Iterable<string>): [name: string, other: string][] {
  if (names.length === 0) return [];
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const file of ofSite) {
    const key = slugKey(file);
    files.set(key, file);
    for (const folder of foldersOf(key)) {
      if (folders.has(folder)) break;
      folders.set(folder, file);
    }
  }
  return names.flatMap((name): [string, string][] => {
    const key = slugKey(name);
    const other = files.get(key) ?? folders.get(key) ?? foldersOf(key).flatMap((folder) => files.get(folder) ?? [])[0];
    return other === undefined ? [] : [[name, other]];
  });
}

/** The parent folders of a file, nearest first. */
const foldersOf = (file: string): string[] =>
  file
    .split('/')
    .slice(1)
    .map((_, index, { length }) =>
      file
        .split('/')
        .slice(0, length - index)
        .join('/'),
    );
