import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { displayPath } from '../../diagnostics/display-path.ts';
import { hashOf } from '../../util/hash.ts';
import { isWritableFolder } from '../../util/writable-folder.ts';
import { createProcessFolder, preparePrivateFolder, userFolderFor } from './temporary-folder.ts';

/*
 * The cache folder of a project: `node_modules/.cache/broadsheet`, or, if that cannot be written, a folder of the user in
 * the system's folder for temporary files. It can be deleted at any time.
 */

/** The cache file for the articles of a content folder. */
export const articlesFile = (projectRoot: string, contentDir: string): string =>
  fileFor(projectRoot, 'articles', contentDir);

/** The cache file for the fingerprints of the files in an output folder. */
export const fingerprintsFile = (projectRoot: string, outDir: string): string =>
  fileFor(projectRoot, 'outputs', outDir);

/** The cache file for the segments of the search index in an output folder. */
export const segmentsFile = (projectRoot: string, outDir: string): string => fileFor(projectRoot, 'search', outDir);

/** The cache file for the reports on events in a content folder. */
export const coverageFile = (projectRoot: string, contentDir: string): string =>
  fileFor(projectRoot, 'coverage', contentDir);

const fileFor = (projectRoot: string, kind: string, folder: string): string =>
  path.join(cacheFolder(projectRoot), `${kind}-${hashOf(path.resolve(folder))}`);

interface CacheFolder {
  folder: string;
  /** Why nothing is kept for the next run. */
  warning?: string;
}

const chosen = new Map<string, CacheFolder>();

/** The cache folder of a project. It stays the same while the process runs. */
export const cacheFolder = (projectRoot: string): string => cacheFolderOf(projectRoot).folder;

/** A sentence for the publisher if no cache can be kept: each run then reads everything again. */
export const cacheWarning = (projectRoot: string): string | undefined => cacheFolderOf(projectRoot).warning;

function cacheFolderOf(projectRoot: string): CacheFolder {
  const root = path.resolve(projectRoot);
  const known = chosen.get(root) ?? chooseFolder(root);
  chosen.set(root, known);
  return known;
}

function chooseFolder(projectRoot: string): CacheFolder {
  const own = path.resolve(projectRoot, 'node_modules/.cache/broadsheet');
  if (isWritableFolder(own)) return { folder: own };
  const ofUser = userFolderFor(projectRoot);
  if (preparePrivateFolder(ofUser)) return { folder: ofUser };
  const names = `${displayPath(projectRoot, own)} nor ${displayPath(projectRoot, ofUser)}`;
  const warning = `No cache is kept, because neither ${names} can be used: the next run reads everything again.`;
  return { folder: createProcessFolder() ?? own, warning };
}

/** How many files are kept. */
const MAX_FILES = 32;
const CACHE_FILE_NAME = /^(?:articles|coverage|outputs|search)-[\w-]{16}/;

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
