import path from 'node:path';
import { printable } from '../diagnostics/quote.ts';
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

/** A path for display: relative to the working directory if it is inside, with forward slashes, safe to print. */
export function displayPath({ cwd }: CliContext, file: string): string {
  const relative = path.relative(cwd, file);
  const isOutside = relative.startsWith('..') || path.isAbsolute(relative);
  return printable((isOutside ? file : relative).replaceAll(path.sep, '/'));
}

/** Prints why a command failed, and returns its exit code. */
export function fail(message: string, { stderr }: CliContext): 1 {
  stderr.write(`${message}\n`);
  return 1;
}
