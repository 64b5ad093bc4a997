import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';

let known: string | undefined;

/**
 * Changes with whatever decides what a content file is read as: the code of the pipeline and the model, the libraries,
 * and Node, which knows addresses and scripts. What another version wrote is not trusted.
 */
export function pipelineVersion(): string {
  known ??= hashOf([process.version, ...sources().map((file) => readFileSync(file, 'utf8'))].join('\n'));
  return known;
}

/** The code's own files. As one bundle it is a file beside this one. */
function sources(): string[] {
  const house = path.dirname(import.meta.dirname);
  const folders = [house, path.join(house, '../model')];
  const code = folders.flatMap((folder) => (existsSync(folder) ? listCode(folder) : []));
  const lock = path.join(house, '../../package-lock.json');
  return [...code, ...(existsSync(lock) ? [lock] : [])];
}

const listCode = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
