import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';

/* The project's cache folder, `node_modules/.cache/broadsheet`. It can be deleted at any time. */

/** The cache file for the articles of a content folder. */
export const articlesFile = (projectRoot: string, contentDir: string): string =>
  fileFor(projectRoot, 'articles', contentDir);

/** The cache file for the fingerprints of the files in an output folder. */
export const fingerprintsFile = (projectRoot: string, outDir: string): string =>
  fileFor(projectRoot, 'outputs', outDir);

const fileFor = (projectRoot: string, kind: string, folder: string): string =>
  path.join(cacheFolder(projectRoot), `${kind}-${hashOf(path.resolve(folder))}`);

export const cacheFolder = (projectRoot: string): string => path.resolve(projectRoot, 'node_modules/.cache/broadsheet');

/** How many files of articles and fingerprints are kept. */
const MAX_FILES = 16;
const CACHE_FILE_NAME = /^(?:articles|outputs)-[\w-]{16}/;

/** Deletes the oldest files of a cache folder after another one was written. Tests use many content folders. */
export function pruneCache(written: string): void {
  const folder = path.dirname(written);
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => CACHE_FILE_NAME.test(entry.name));
    const stale = files
      .map(({ name }) => path.join(folder, name))
      .map((file) => ({ file, usedAt: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.usedAt - a.usedAt)
      .slice(MAX_FILES);
    for (const { file } of stale) rmSync(file, { force: true });
  } catch {
    // Another process may delete the same files.
  }
}
