import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printable } from '../diagnostics/quote.ts';
import { contentRoot } from '../settings/read-settings.ts';
import { buildCommand } from './build.ts';
import { checkContent } from './check-content.ts';
import type { CliContext } from './cli-context.ts';
import { createArticle } from './new-article.ts';
import { writeSchemas } from './write-schemas.ts';

interface Command {
  usage: string;
  options: Readonly<Record<string, { type: 'boolean' | 'string' }>>;
  /** The number of positional arguments after the command's name. */
  positionals: readonly [min: number, max: number];
  run: (args: CommandArguments, context: CliContext) => number | Promise<number>;
}

interface CommandArguments {
  positionals: string[];
  options: Partial<Record<string, string | boolean>>;
}

const COMMANDS: Partial<Record<string, Command>> = {
  build: {
    usage: 'npm run build -- [--outDir DIR] [--force] [--verbose]',
    options: { outDir: { type: 'string' }, force: { type: 'boolean' }, verbose: { type: 'boolean' } },
    positionals: [0, 0],
    run: ({ options: { outDir, force = false, verbose = false } }, context) =>
      buildCommand(
        { outDir: outDir as string | undefined, isForced: force === true, isVerbose: verbose === true },
        context,
      ),
  },
  check: {
    usage: 'npm run content -- check [DIR] [--all] [--json]',
    options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
    positionals: [0, 1],
    run: ({ positionals: [dir], options: { all = false, json = false } }, context) =>
      withFolder(dir, context, (root) =>
        checkContent({ root, isJson: json === true, isComplete: all === true }, context),
      ),
  },
  new: {
    usage: 'npm run content -- new "Title" [DIR]',
    options: {},
    positionals: [1, 2],
    run: ({ positionals: [title = '', dir] }, context) =>
      withFolder(dir, context, (root) => createArticle({ root, title }, context)),
  },
  schema: {
    usage: 'npm run content -- schema [DIR]',
    options: {},
    positionals: [0, 1],
    run: ({ positionals: [dir] }, context) => withFolder(dir, context, (root) => writeSchemas({ root }, context)),
  },
};

const USAGE = `Usage: ${Object.values(COMMANDS)
  .map((command) => command?.usage)
  .join('\n       ')}`;

/** Runs a command. Returns the exit code: 0 for success, 1 for failure, 2 for invalid arguments. */
export function runCommand([name = '', ...args]: readonly string[], context: CliContext): number | Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return usageError(USAGE, context);
  const parsed = parseArguments(args, command);
  return typeof parsed === 'string' ? usageError(`${parsed}${USAGE}`, context) : command.run(parsed, context);
}

/** Parses the arguments of a command. Returns a message, which may be empty, if they are invalid. */
function parseArguments(args: string[], { options, positionals: [min, max] }: Command): CommandArguments | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return positionals.length < min || positionals.length > max ? '' : { positionals, options: values };
  } catch (error) {
    const unknown = error instanceof Error && /^Unknown option '([^']*)'/.exec(error.message)?.[1];
    return unknown ? `Unknown option ${printable(unknown)}.\n` : '';
  }
}

/** Runs a command on a content folder: `dir`, else the one in the environment, else `content/`. */
function withFolder(dir: string | undefined, context: CliContext, run: (root: string) => number): number {
  const root = dir ? path.resolve(context.cwd, dir) : contentRoot(context.cwd, context.env);
  const isFolder = existsSync(root) && statSync(root).isDirectory();
  return isFolder
    ? run(root)
    : usageError(`Expected a folder, found none at ${printable(dir ?? root)}.\n${USAGE}`, context);
}

function usageError(message: string, { stderr }: CliContext): 2 {
  stderr.write(`${message}\n`);
  return 2;
}
