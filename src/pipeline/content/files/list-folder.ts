import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { realPath } from '../../util/file-stats.ts';

export interface FolderListing {
  /** Sorted paths relative to the root, with forward slashes. */
  files: string[];
  /** The symbolic links to folders and Markdown files that lead out of the root. They are not followed. */
  outside: string[];
  /** Errors about folders that cannot be read. */
  diagnostics: Diagnostic[];
}

/**
 * Lists the files below a root, except those whose names begin with a dot and those in `node_modules/`. Symbolic links
 * are followed only inside the root. Each folder is listed once, real folders first, so that files keep their real path
 * where a link leads to the same folder.
 */
export function listFolder(root: string): FolderListing {
  const listing: Listing = { root, files: [], links: [], outside: [], diagnostics: [], seen: new Set() };
  const realRoot = realPath(root) ?? root;
  addFolder('', realRoot, listing);
  for (
    let link = listing.links.sort(compareCodeUnits).shift();
    link !== undefined;
    link = listing.links.sort(compareCodeUnits).shift()
  ) {
    const target = realPath(path.join(root, link));
    // A broken link is listed, so that reading it reports an error.
    if (target === undefined) listing.files.push(link);
    else if (target !== realRoot && !target.startsWith(realRoot + path.sep)) addOutside(link, target, listing);
    else followLink(link, target, listing);
  }
  return {
    files: listing.files.sort(compareCodeUnits),
    outside: listing.outside.sort(compareCodeUnits),
    diagnostics: listing.diagnostics,
  };
}

interface Listing extends FolderListing {
  root: string;
  links: string[];
  /** Real paths of the folders that have been listed. */
  seen: Set<string>;
}

function addOutside(link: string, target: string, { outside }: Listing): void {
  if (/\.(?:md|markdown)$/i.test(link) || statSync(target).isDirectory()) outside.push(link);
}

function followLink(link: string, target: string, listing: Listing): void {
  const stats = statSync(target);
  if (stats.isDirectory()) addFolder(`${link}/`, target, listing);
  else if (stats.isFile()) listing.files.push(link);
}

function addFolder(start: string, realStart: string, { root, files, links, diagnostics, seen }: Listing): void {
  const waiting: [string, string][] = [[start, realStart]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [folder, real] = next;
    if (seen.has(real)) continue;
    seen.add(real);
    for (const entry of readFolder(root, folder, diagnostics)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = folder + entry.name;
      if (entry.isDirectory()) waiting.push([`${file}/`, path.join(real, entry.name)]);
      else if (entry.isFile()) files.push(file);
      else if (entry.isSymbolicLink()) links.push(file);
    }
  }
}

/** The entries of a folder, by its path relative to the root. If it cannot be read, that is an error. */
export function readFolder(root: string, folder: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const message = `The folder cannot be read (${reason}).`;
    diagnostics.push({ file: folder || '.', severity: 'error', code: 'unreadable', message });
    return [];
  }
}
