import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/*
 * The files that have the code of the pipeline. It is JavaScript, because `bundled/load-pipeline.js` runs before TypeScript
 * can be imported.
 */

/** The folders of `src/` with the code of the pipeline, and with the code that it imports. */
export const CODE_FOLDERS = ['pipeline', 'model', 'app/i18n/languages'];

/**
 * The paths of the files in these folders. All folders but `pipeline/` may be missing: the benchmark bundles the pipeline
 * into one file. Throws if `pipeline/` is missing.
 *
 * @param {string} src The folder `src/`.
 */
export const listCode = (src) =>
  CODE_FOLDERS.map((folder) => path.join(src, folder)).flatMap((folder, index) =>
    index === 0 || existsSync(folder) ? listFolder(folder) : [],
  );

/** @param {string} folder */
const listFolder = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
