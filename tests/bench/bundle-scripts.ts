import path from 'node:path';
import { build } from 'vite';
import { createTempFolder } from '../support/temp-folder.ts';

/**
 * Bundles the measured scripts, so that compiling TypeScript is not measured. Returns their folder. Its path is that of
 * `pipeline-version.ts`, which hashes the code in `src/pipeline`.
 */
export async function bundleScripts(): Promise<string> {
  const outDir = path.join(createTempFolder('bench-code'), 'src/pipeline/content/cache');
  for (const name of ['compile', 'naive', 'cost']) {
    await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr: `tests/bench/${name}.ts`, outDir, emptyOutDir: false, minify: false, copyPublicDir: false },
      ssr: { noExternal: true },
    });
  }
  return outDir;
}
