import { statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { realPath } from '../../util/file-stats.ts';
import { isInside } from '../../util/is-inside.ts';
import { startWalk, takeLink, walkFolder } from './walk-folder.ts';

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
  const listing: FolderListing = { files: [], outside: [], diagnostics: [] };
  const { files, outside, diagnostics } = listing;
  const realRoot = realPath(root) ?? root;
  const walk = startWalk(root, diagnostics, {
    skips: (_, name) => name.startsWith('.') || name === 'node_modules',
    addFile: (file) => files.push(file),
  });
  walkFolder('', realRoot, walk);
  for (let link = takeLink(walk); link !== undefined; link = takeLink(walk)) {
    const target = realPath(path.join(root, link));
    // A broken link is listed, so that reading it reports an error.
    if (target === undefined) files.push(link);
    else if (target !== realRoot && !isInside(realRoot, target)) outside.push(...outsideLink(link, target));
    else if (statSync(target).isDirectory()) walkFolder(`${link}/`, target, walk);
    else if (statSync(target).isFile()) files.push(link);
  }
  return { files: files.sort(compareCodeUnits), outside: outside.sort(compareCodeUnits), diagnostics };
}

const outsideLink = (link: string, target: string): string[] =>
  /\.(?:md|markdown)$/i.test(link) || statSync(target).isDirectory() ? [link] : [];
