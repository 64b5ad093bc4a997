import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';

/** A folder for a project in the system's folder for temporary files. Each user has an own one. */
export const userFolderFor = (projectRoot: string): string =>
  path.join(tmpdir(), `broadsheet-${process.getuid?.() ?? 'user'}-${hashOf(path.resolve(projectRoot))}`);

const ONLY_OWNER = 0o700;
const ALL_OTHERS = 0o077;

/**
 * Creates a folder that no other user can read or write, unless there is one. Returns whether it can be used. Others may
 * write into its parent: a symbolic link, and a folder of another user, are not used.
 */
export function preparePrivateFolder(folder: string): boolean {
  try {
    makeFolder(folder);
    const stats = lstatSync(folder);
    const uid = process.getuid?.();
    const isPrivate = uid === undefined || (stats.uid === uid && (stats.mode & ALL_OTHERS) === 0);
    if (!stats.isDirectory() || !isPrivate) return false;
    accessSync(folder, constants.W_OK);
    markAsModules(folder);
    return true;
  } catch {
    return false;
  }
}

/** A new folder for this process only. It is deleted when the process ends. `undefined` if it cannot be created. */
export function createProcessFolder(): string | undefined {
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    markAsModules(folder);
    return folder;
  } catch {
    return undefined;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: ONLY_OWNER });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Node reads the type of a script from the nearest `package.json`. Outside of the project that could be any. */
function markAsModules(folder: string): void {
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
}
