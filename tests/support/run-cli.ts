import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMMAND = [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), path.join(ROOT, 'src/pipeline/cli/cli.ts')];
/** What a process needs; the rest would be taken for settings. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'];

export interface CliResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a command (`npm run content -- …`, `npm run build -- …`) as a process of its own, without what npm prints. */
export function runCli(args: readonly string[], settings: Record<string, string> = {}): Promise<CliResult> {
  const env = { ...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])), ...settings };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...COMMAND, ...args], { cwd: ROOT, env }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
