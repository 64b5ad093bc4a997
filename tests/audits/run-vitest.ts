import { execFile } from 'node:child_process';

interface TestRun {
  isGood: boolean;
  output: string;
}

/** Runs Vitest in a new process. */
export function runVitest(args: string[], env: NodeJS.ProcessEnv = {}): Promise<TestRun> {
  const command = ['node_modules/vitest/vitest.mjs', 'run', ...args];
  const options = { env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 64e6 };
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ isGood: !error, output: stdout + stderr }),
    );
  });
}
