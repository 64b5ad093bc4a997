import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages with binaries, and those that have to be the same as for Vite. They are not bundled. */
const EXTERNAL = ['vite', '@tailwindcss/vite', '@vitejs/plugin-react', 'lightningcss'];

/** The hashes of the files of a bundle, by their names. */
const RECORD = 'files.json';

/**
 * Bundles modules of the pipeline and their libraries as JavaScript. Returns whether the bundle is there.
 *
 * @param {object} input
 * @param {string} input.source The folder `src/`.
 * @param {string[]} input.folders The folders of `src/` from which code may be imported: by them the bundle is named.
 * @param {string[]} input.names The modules, by their paths in the pipeline without the ending.
 * @param {string} input.folder The folder of the bundle.
 */
export async function bundlePipeline({ source, folders, names, folder }) {
  // If the process is killed, `pruneBundles` in `vite/bundle/app-bundle.ts` deletes it later.
  const temporary = path.join(path.dirname(folder), `pipeline-${process.pid}.tmp`);
  try {
    const { rolldown } = await import('rolldown');
    const bundle = await rolldown({
      input: Object.fromEntries(names.map((name) => [name, path.join(source, `pipeline/${name}.ts`)])),
      platform: 'node',
      external: EXTERNAL,
      plugins: [keepLocations(source, folders)],
      logLevel: 'silent',
    });
    const { output } = await bundle.write({
      dir: temporary,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    });
    await bundle.close();
    const hashes = output.map(({ fileName }) => [fileName, hashOf(path.join(temporary, fileName))]);
    writeFileSync(path.join(temporary, RECORD), JSON.stringify(Object.fromEntries(hashes)));
    if (existsSync(folder) && !isWhole(folder)) rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
    pruneBundles(path.dirname(folder));
  } catch {
    // Another process may have been faster. If not, errors in the code show when it is compiled for this process.
    if (existsSync(temporary)) rmSync(temporary, { recursive: true, force: true });
  }
  return isWhole(folder);
}

/**
 * Whether there is a bundle, and its files are as they were written.
 *
 * @param {string} folder
 */
export function isWhole(folder) {
  try {
    const hashes = /** @type {Record<string, string>} */ (JSON.parse(readFileSync(path.join(folder, RECORD), 'utf8')));
    return Object.entries(hashes).every(([name, hash]) => hashOf(path.join(folder, name)) === hash);
  } catch {
    return false;
  }
}

/** @param {string} file */
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('base64url');

/**
 * A plugin of the bundler that replaces the location of a module by that of its source file.
 *
 * @param {string} source
 * @param {string[]} folders
 * @returns {import('rolldown').Plugin}
 */
const keepLocations = (source, folders) => ({
  name: 'broadsheet:keep-locations',
  transform(code, id) {
    const file = path.relative(source, id);
    if (file.startsWith('..') || !path.isAbsolute(id)) return undefined;
    if (!folders.some((folder) => file.startsWith(path.join(folder, path.sep))))
      throw new Error(`${file} is in none of the folders by which the bundle is named`);
    return code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)));
  },
});

/** How many bundles are kept. */
const MAX_BUNDLES = 4;

/**
 * Deletes the oldest bundles.
 *
 * @param {string} cache
 */
function pruneBundles(cache) {
  const bundles = readdirSync(cache)
    .filter((name) => /^pipeline-[\w-]{16}$/.test(name))
    .map((name) => path.join(cache, name));
  const writtenAt = new Map(bundles.map((folder) => [folder, statSync(folder).mtimeMs]));
  const stale = bundles.sort((a, b) => (writtenAt.get(b) ?? 0) - (writtenAt.get(a) ?? 0)).slice(MAX_BUNDLES);
  for (const folder of stale) rmSync(folder, { recursive: true, force: true });
}
