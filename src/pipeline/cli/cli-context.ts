import path from 'node:path';
import { printable } from '../diagnostics/quote.ts';
import type { paintFor } from '../diagnostics/report.ts';

/** Where a command runs and what it may write to. */
export interface Shell {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdout: Terminal;
  stderr: Terminal;
  /** The clock, in milliseconds. */
  now: number;
}

type Terminal = Parameters<typeof paintFor>[0] & { write: (text: string) => unknown };

/** What a command is told. */
export interface Order {
  /** The content root. */
  root: string;
  title: string;
  isJson: boolean;
}

/** A file as one would type it, with forward slashes, safe to print. */
export function nameIn({ cwd }: Shell, file: string): string {
  const relative = path.relative(cwd, file);
  const isOutside = relative.startsWith('..') || path.isAbsolute(relative);
  return printable((isOutside ? file : relative).replaceAll(path.sep, '/'));
}

/** Says why a command cannot do what it is asked for, and gives its exit code. */
export function giveUp(message: string, { stderr }: Shell): 1 {
  stderr.write(`${message}\n`);
  return 1;
}
