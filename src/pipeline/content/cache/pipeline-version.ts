import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';
import { listCode } from './pipeline-code.js';

// This file is `src/pipeline/content/cache/pipeline-version.ts`.
const SRC = path.resolve(import.meta.dirname, '../../..');

let cached: string | undefined;

/**
 * A hash of everything that influences how a content file is read, besides the file: the source code of the pipeline and
 * what it imports, the lock file, and the version of Node. Caches written by another version are ignored.
 */
export function pipelineVersion(): string {
  cached ??= versionOf(SRC);
  return cached;
}

/**
 * The version of the code in a `src` folder. The lock file may be missing. Throws if `pipeline/` is missing, because a
 * version without the code would accept stale caches.
 */
export function versionOf(src: string): string {
  const lock = path.join(src, '../package-lock.json');
  const files = [...listCode(src), ...(existsSync(lock) ? [lock] : [])];
  return hashOf([process.version, ...files.map((file) => readFileSync(file, 'utf8'))].join('\n'));
}

/** The files with the code that runs. */
export const pipelineFiles = (): string[] => listCode(SRC);
