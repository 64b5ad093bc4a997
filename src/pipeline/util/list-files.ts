import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The paths of all files below a folder, relative to it, with forward slashes, sorted in each folder. Follows symbolic
 * links. Empty if there is no such folder.
 */
export function listFiles(folder: string): string[] {
  if (folder === '' || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      return statSync(file).isDirectory() ? listFiles(file).map((inner) => `${name}/${inner}`) : name;
    });
}
