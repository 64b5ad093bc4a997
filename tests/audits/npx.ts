import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTempFolder } from '../support/temp-folder.ts';

/** Tools that are too large to be dependencies. `npx` downloads them when they are used. */
const TOOLS = {
  lighthouse: 'lighthouse@12.8.2',
  vnu: 'vnu-jar@26.9.27',
  sdtt: 'structured-data-testing-tool@4.5.0',
};

interface ToolResult {
  isGood: boolean;
  output: string;
}

/** Runs a tool with `npx` outside of the project, so that it leaves no files there. */
export function npx(tool: keyof typeof TOOLS, args: string[], env: NodeJS.ProcessEnv = {}): Promise<ToolResult> {
  const all = ['--yes', '--package', TOOLS[tool], tool, ...args];
  const options = { cwd: tmpdir(), env: { ...process.env, ...env }, maxBuffer: 64e6 };
  return new Promise((resolve) => {
    execFile('npx', all, options, (error, stdout, stderr) => resolve({ isGood: !error, output: stdout + stderr }));
  });
}

/** Why a tool cannot be run; `undefined` if it can. */
export async function lacksTool(tool: keyof typeof TOOLS, args = ['--version']): Promise<string | undefined> {
  const { isGood, output } = await npx(tool, args);
  return isGood ? undefined : `${tool}: ${output.trim().split('\n').at(-1)}`;
}

/** Installs a library outside of the project and returns its folder. */
export function installLibrary(name: string, version: string): Promise<string> {
  const folder = createTempFolder('library');
  return new Promise((resolve, reject) => {
    execFile('npm', ['install', '--prefix', folder, `${name}@${version}`], { cwd: folder }, (error) =>
      error ? reject(error) : resolve(path.join(folder, 'node_modules', name)),
    );
  });
}
