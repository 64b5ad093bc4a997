import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

/** A walk through folders in which each real folder is listed once. */
export interface FolderWalk {
  root: string;
  /** Symbolic links that are not followed yet. Like all paths here, they are relative to the root. */
  links: string[];
  /** Errors about folders that cannot be read. */
  diagnostics: Diagnostic[];
  /** Real paths of the folders that have been listed. */
  seen: Set<string>;
  /** Whether a file, folder or link is left out. */
  skips: (path: string, name: string) => boolean;
  addFile: (path: string, realPath: string) => void;
}

export const startWalk = (
  root: string,
  diagnostics: Diagnostic[],
  visitor: Pick<FolderWalk, 'skips' | 'addFile'>,
): FolderWalk => ({ root, diagnostics, links: [], seen: new Set(), ...visitor });

/** Adds the files and links of a folder and of those in it. `start` ends with a slash, or is empty for the root. */
export function walkFolder(start: string, realStart: string, walk: FolderWalk): void {
  const waiting: [string, string][] = [[start, realStart]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [folder, real] = next;
    if (walk.seen.has(real)) continue;
    walk.seen.add(real);
    for (const entry of readFolder(walk.root, folder, walk.diagnostics)) {
      const [file, source] = [folder + entry.name, real + path.sep + entry.name];
      if (walk.skips(file, entry.name)) continue;
      if (entry.isDirectory()) waiting.push([`${file}/`, source]);
      else if (entry.isFile()) walk.addFile(file, source);
      else if (entry.isSymbolicLink()) walk.links.push(file);
    }
  }
}

/** Takes the first of the links. Following it may add others. */
export const takeLink = ({ links }: FolderWalk): string | undefined => links.sort(compareCodeUnits).shift();

/** The entries of a folder, by its path relative to the root. If it cannot be read, that is an error. */
function readFolder(root: string, folder: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const message = `The folder cannot be read (${reason}).`;
    diagnostics.push({ file: folder || '.', severity: 'error', code: 'unreadable', message });
    return [];
  }
}
