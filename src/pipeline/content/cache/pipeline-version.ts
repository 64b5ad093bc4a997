import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';

// This file is `src/pipeline/content/cache/pipeline-version.ts`.
const SRC = path.resolve(import.meta.dirname, '../../..');

let cached: string | undefined;

/**
 * A hash of everything that influences how a content file is read, besides the file: the source code of the pipeline and
 * the model, the lock file, and the version of Node. Caches written by another version are ignored.
 */
export function pipelineVersion(): string {
  cached ??= versionOf(SRC);
  return cached;
}

/**
 * The version of the code in a `src` folder. `model/` and the lock file may be missing: the benchmark bundles the
 * pipeline into one file. Throws if `pipeline/` is missing, because a version without the code would accept stale caches.
 */
export function versionOf(src: string): string {
  const lock = path.join(src, '../package-lock.json');
  const files = [...pipelineFiles(src), ...(existsSync(lock) ? [lock] : [])];
  return hashOf([process.version, ...files.map((file) => readFileSync(file, 'utf8'))].join('\n'));
}

/** The files with the code of the pipeline and the model in a `src` folder. */
export function pipelineFiles(src: string = SRC): string[] {
  const model = path.join(src, 'model');
  return [...listCode(path.join(src, 'pipeline')), ...(existsSync(model) ? listCode(model) : [])];
}

const listCode = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
