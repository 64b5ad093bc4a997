import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadModule } from '../bundled/load-pipeline.js';

/*
 * Runs the command line of Vite with the same arguments. Where Vite cannot write into `node_modules/`, it loads its
 * configuration with the loader that writes no file.
 */
const { canBundleConfig } = await loadModule('vite/config-folder');
const packageFile = createRequire(import.meta.url).resolve('vite/package.json');
const program = path.join(path.dirname(packageFile), 'bin/vite.js');
const [node = process.execPath, , ...args] = process.argv;
process.argv = [node, program, ...args, ...(canBundleConfig(process.cwd()) ? [] : ['--configLoader', 'runner'])];
await import(pathToFileURL(program).href);
