import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createTempFolder } from './temp-folder.ts';

export interface SourceCopy {
  folder: string;
  /** Compiles `src`. Returns the errors, without colours; empty if there are none. */
  compile: () => string;
}

/** Copies `src` to a temporary folder, where a test can change and compile it. */
export function copySource(): SourceCopy {
  const folder = createTempFolder('source');
  cpSync('tsconfig.json', path.join(folder, 'tsconfig.json'));
  cpSync('src', path.join(folder, 'src'), { recursive: true });
  linkPackages(folder);
  return { folder, compile: () => compile(folder) };
}

/** Links each package separately, because the compiler's files in `node_modules/.cache` must not be shared. */
function linkPackages(folder: string): void {
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.'))
      symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  }
}

function compile(folder: string): string {
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  const layers = ['src/model', 'src/pipeline', 'src/app', 'src/worker'];
  const { stdout } = spawnSync(process.execPath, [tsc, '-b', ...layers, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout;
}
