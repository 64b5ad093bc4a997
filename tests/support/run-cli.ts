import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMMAND = [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), path.join(ROOT, 'src/pipeline/cli/cli.ts')];
/** What a process needs; the rest would be taken for settings. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'];

/** Runs `npm run content -- …` as a process, without what npm says. */
export function runCli(args: readonly string[]): Promise<{ exitCode: number; stdout: string }> {
  const env = Object.fromEntries(KEPT.map((name) => [name, process.env[name]]));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...COMMAND, ...args], { env }, (_error, stdout) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout }),
    );
  });
}
