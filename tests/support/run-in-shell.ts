import { tmpdir } from 'node:os';
import { runCommand } from '../../src/pipeline/cli/run-command.ts';

/** The time of commands that are not told another. */
const NOW = '2026-11-23T06:40:12.345Z';

/** Runs `npm run content -- …` in the temporary folder, with this environment and no other. */
export function runInShell(args: readonly string[], env: NodeJS.ProcessEnv = {}, now = NOW) {
  const said = { stdout: '', stderr: '' };
  const exitCode = runCommand(args, {
    cwd: tmpdir(),
    env,
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    now: Date.parse(now),
  });
  if (typeof exitCode !== 'number') throw new Error('Only `build` runs on: start it as a process');
  return { exitCode, ...said };
}
