import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The environment variables that a process needs. Others could be settings. */
const KEPT_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'];

export interface CliResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command (`npm run content -- …`, `npm run build -- …`) in a new process, without the output of npm. `root` is the
 * folder of the project: this one, or a copy.
 */
export function runCli(
  args: readonly string[],
  settings: Record<string, string> = {},
  root = ROOT,
): Promise<CliResult> {
  const env = { ...Object.fromEntries(KEPT_VARIABLES.map((name) => [name, process.env[name]])), ...settings };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, 'src/pipeline/cli/cli.js'), ...args],
      { cwd: root, env },
      (_error, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
