import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { canBundleConfig } from '../vite/config-folder.ts';

/*
 * Runs the command line of Vite with the same arguments. Where Vite cannot write into `node_modules/`, it loads its
 * configuration with the loader that writes no file, which is slower.
 */
const packageFile = createRequire(import.meta.url).resolve('vite/package.json');
const program = path.join(path.dirname(packageFile), 'bin/vite.js');
const [node = process.execPath, , ...args] = process.argv;
process.argv = [node, program, ...args, ...(canBundleConfig(process.cwd()) ? [] : ['--configLoader', 'runner'])];
await import(pathToFileURL(program).href);
