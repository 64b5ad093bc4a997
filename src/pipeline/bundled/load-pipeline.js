import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODE_FOLDERS, listCode } from '../content/cache/pipeline-code.js';
import { bundlePipeline, isWhole } from './bundle-pipeline.js';

/*
 * Imports the pipeline. Its code is TypeScript, which Node 20 cannot run, in several hundred modules with its libraries.
 * So it is bundled once into the cache folder, and imported from there until the code changes. This file is JavaScript,
 * because it runs before that.
 */

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SRC = path.join(ROOT, 'src');

/** @typedef {typeof import('../cli/run-command.ts')} RunCommand */
/** @typedef {typeof import('../vite/config-folder.ts')} ConfigFolder */
/** @typedef {typeof import('../vite/vite-plugin.ts')} VitePlugin */
/** @typedef {{ 'cli/run-command': RunCommand, 'vite/config-folder': ConfigFolder, 'vite/vite-plugin': VitePlugin }} Modules */

/**
 * The modules that are imported from outside, by their paths in the pipeline without the ending.
 *
 * @type {(keyof Modules)[]}
 */
const NAMES = ['cli/run-command', 'vite/config-folder', 'vite/vite-plugin'];

/**
 * Imports a module of the pipeline. Where no bundle can be made or written, the code is compiled for this process only.
 *
 * @template {keyof Modules} Name
 * @param {Name} name
 * @returns {Promise<Modules[Name]>}
 */
export async function loadModule(name) {
  const folder = path.join(ROOT, 'node_modules/.cache/broadsheet', bundleName());
  if (isWhole(folder) || (await bundlePipeline({ source: SRC, folders: CODE_FOLDERS, names: NAMES, folder }))) {
    const file = pathToFileURL(path.join(folder, `${name}.js`)).href;
    return /** @type {Promise<Modules[Name]>} */ (import(/* @vite-ignore */ file));
  }
  const { tsImport } = await import('tsx/esm/api');
  return /** @type {Promise<Modules[Name]>} */ (tsImport(`../${name}.ts`, import.meta.url));
}

/** The name of the bundle is a hash of all that it depends on. The paths in it are absolute. */
function bundleName() {
  const files = [path.join(ROOT, 'package-lock.json'), ...listCode(SRC)];
  const hash = createHash('sha256').update(`${process.version} ${ROOT}`);
  for (const file of files) hash.update(`\n${file}\n`).update(existsSync(file) ? readFileSync(file) : '');
  return `pipeline-${hash.digest('base64url').slice(0, 16)}`;
}
