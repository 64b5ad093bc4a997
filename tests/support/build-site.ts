import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface BuildResult {
  exitCode: number;
  /** Everything that was printed. */
  output: string;
  /** The output folder. */
  dir: string;
}

const VITE = path.resolve('node_modules/vite/bin/vite.js');

/** The environment of a child: ours, without what a test run or a publisher set in it. */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV, VITEST, CONTENT_DIR, ADDRESS, UNPUBLISHED, DUPLICATES, ON_ERROR, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1', ...env };
}

/** Runs `vite build --outDir`, and that alone, into a folder of its own that is gone at the end of the process. */
export async function buildSite(env: NodeJS.ProcessEnv = {}, dir = newFolder()): Promise<BuildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [VITE, 'build', '--outDir', dir], { env: cleanEnvironment(env) });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output, dir }));
  });
}

export function newFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'broadsheet-site-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
