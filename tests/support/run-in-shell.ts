import { tmpdir } from 'node:os';
import { runCommand } from '../../src/pipeline/cli/run-command.ts';

/** The default current time of commands. */
const NOW = '2026-11-23T06:40:12.345Z';

/** Runs a command of `npm run content` in this process, with only this environment. */
export function runInShell(args: readonly string[], env: NodeJS.ProcessEnv = {}, now = NOW) {
  const output = { stdout: '', stderr: '' };
  const exitCode = runCommand(args, {
    cwd: tmpdir(),
    env,
    stdout: { write: (text) => (output.stdout += text) },
    stderr: { write: (text) => (output.stderr += text) },
    now: Date.parse(now),
  });
  if (typeof exitCode !== 'number') throw new Error('`build` is asynchronous: use `runCli`');
  return { exitCode, ...output };
}
