import path from 'node:path';
import type { Plugin } from 'vite';

/** The app's own function for what Vite calls around each `import()` of the client bundle. */
const IMPORT_MODULE = 'src/app/loading/import-module.ts';

/** A function that only imports a chunk. It may select an export of the chunk, or some of its exports. */
const IMPORT = /\(\)=>((?:\{(?:let|const|var)\{[^{}]*\}=await )?import\()([`"'])(\.\/[^`"'$]+)\2\)/g;
const ANY_IMPORT = /\bimport\(([`"'])\.\/[^`"'$]+\1\)/;

/**
 * A Vite plugin that lets the app import a chunk again after a failure. Browsers keep the failure of an address, so each
 * function that imports a chunk gets a parameter: the query of its address.
 */
export const retryImports = (): Plugin => ({
  name: 'broadsheet:retry-imports',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (this.environment.name !== 'client' || !id.endsWith('vite/preload-helper.js')) return undefined;
    const file = path.resolve(this.environment.config.root, IMPORT_MODULE).replaceAll(path.sep, '/');
    return `export { importModule as __vitePreload } from ${JSON.stringify(file)};`;
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = addQueries(chunk.code);
        if (ANY_IMPORT.test(chunk.code)) throw new Error(`${chunk.fileName} has an import() without a query`);
      }
    },
  },
});

/** Adds the parameter to each function of the code that imports a chunk. */
export const addQueries = (code: string): string => code.replace(IMPORT, '($q)=>$1`$3${$q}`)');
