import type { colorizeFor } from '../diagnostics/report.ts';

/** The environment of a command. */
export interface CliContext {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdout: Terminal;
  stderr: Terminal;
  /** The current time, in milliseconds since 1970. */
  now: number;
}

type Terminal = Parameters<typeof colorizeFor>[0] & { write: (text: string) => unknown };

/** Prints why a command failed, and returns its exit code. */
export function fail(message: string, { stderr }: CliContext): 1 {
  stderr.write(`${message}\n`);
  return 1;
}
