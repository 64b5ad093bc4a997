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

/** The paths of the files below a folder, without links, hidden files and `node_modules`. */
export function listVisibleFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (!entry.isDirectory()) return entry.isFile() ? [entry.name] : [];
    return listVisibleFiles(path.join(folder, entry.name)).map((inner) => `${entry.name}/${inner}`);
  });
}
