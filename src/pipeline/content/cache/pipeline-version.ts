import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../util/hash.ts';

let cached: string | undefined;

/**
 * A hash of everything that influences how a content file is read, besides the file: the source code of the pipeline and
 * the model, the lock file, and the version of Node. Caches written by another version are ignored.
 */
export function pipelineVersion(): string {
  // This file is `src/pipeline/content/cache/pipeline-version.ts`.
  cached ??= versionOf(path.resolve(import.meta.dirname, '../../..'));
  return cached;
}

/**
 * The version of the code in a `src` folder. `model/` and the lock file may be missing: the benchmark bundles the
 * pipeline into one file. Throws if `pipeline/` is missing, because a version without the code would accept stale caches.
 */
export function versionOf(src: string): string {
  const pipeline = path.join(src, 'pipeline');
  const model = path.join(src, 'model');
  const lock = path.join(src, '../package-lock.json');
  const files = [
    ...listCode(pipeline),
    ...(existsSync(model) ? listCode(model) : []),
    ...(existsSync(lock) ? [lock] : []),
  ];
  return hashOf([process.version, ...files.map((file) => readFileSync(file, 'utf8'))].join('\n'));
}

const listCode = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
