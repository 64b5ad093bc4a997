import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';

/*
 * Where a project keeps what it knows of content and output folders from one run to the next. Everything there can be
 * deleted at any time.
 */

/** What was read of a content folder. */
export const articlesFile = (projectRoot: string, contentDir: string): string =>
  fileFor(projectRoot, 'articles', contentDir);

/** How the files of an output folder were left. */
export const fingerprintsFile = (projectRoot: string, outDir: string): string =>
  fileFor(projectRoot, 'outputs', outDir);

function fileFor(projectRoot: string, kind: string, folder: string): string {
  const cache = path.resolve(projectRoot, 'node_modules/.cache/broadsheet');
  return path.join(cache, `${kind}-${hashOf(path.resolve(folder))}`);
}

const MAX_FILES = 16;
const OURS = /^(?:articles|outputs)-[\w-]{16}/;

/** Keeps the files that were used last, when another one was written: a project has few folders, its tests many. */
export function pruneCache(written: string): void {
  const folder = path.dirname(written);
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => OURS.test(entry.name));
    const stale = files
      .map(({ name }) => path.join(folder, name))
      .map((file) => ({ file, usedAt: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.usedAt - a.usedAt)
      .slice(MAX_FILES);
    for (const { file } of stale) rmSync(file, { force: true });
  } catch {
    // Another run may be at it too.
  }
}
