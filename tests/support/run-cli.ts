import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMMAND = [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), path.join(ROOT, 'src/pipeline/cli/cli.ts')];
/** The environment variables that a process needs. Others could be settings. */
const KEPT_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'];

export interface CliResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a command (`npm run content -- …`, `npm run build -- …`) in a new process, without the output of npm. */
export function runCli(args: readonly string[], settings: Record<string, string> = {}): Promise<CliResult> {
  const env = { ...Object.fromEntries(KEPT_VARIABLES.map((name) => [name, process.env[name]])), ...settings };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...COMMAND, ...args], { cwd: ROOT, env }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
