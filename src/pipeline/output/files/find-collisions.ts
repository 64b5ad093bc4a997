import { slugKey } from '../../content/normalize/fields/slug.ts';
import { createUsedPaths } from '../../util/used-paths.ts';

/**
 * The public files that have the name of a file of the site, or would need a folder where the site has a file, or the other
 * way round; with the file of the site. Names are compared as on file systems that ignore case.
 */
export function findCollisions(names: readonly string[], ofSite: Iterable<string>): [name: string, other: string][] {
  if (names.length === 0) return [];
  const used = createUsedPaths<string>(slugKey);
  for (const file of ofSite) used.add(file, file);
  return names.flatMap((name): [string, string][] => {
    const conflict = used.find(name);
    return conflict === undefined ? [] : [[name, conflict.owner]];
  });
}
