import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printable } from '../diagnostics/quote.ts';
import { contentRoot } from '../settings/read-settings.ts';
import { checkContent } from './check-content.ts';
import type { Order, Shell } from './cli-context.ts';
import { createArticle } from './new-article.ts';
import { writeSchema } from './write-schema.ts';

/** What can be done with a content folder. */
interface Command {
  usage: string;
  /** Whether a title comes before the folder. */
  hasTitle?: true;
  hasJson?: true;
  run: (order: Order, shell: Shell) => number;
}

const COMMANDS: Partial<Record<string, Command>> = {
  check: { usage: 'check [DIR] [--json]', hasJson: true, run: checkContent },
  new: { usage: 'new "Title" [DIR]', hasTitle: true, run: createArticle },
  schema: { usage: 'schema [DIR]', run: writeSchema },
};

const USAGE = `Usage: ${Object.values(COMMANDS)
  .map((command) => `npm run content -- ${command?.usage}`)
  .join('\n       ')}`;

/** Gives the exit code: 0 when all is well, 1 when it is not, 2 when the command is not understood. */
export function runCommand(args: readonly string[], shell: Shell): number {
  const understood = parseCommand(args);
  if (!understood) return refuse(USAGE, shell);
  const { command, dir, ...order } = understood;
  const root = dir ? path.resolve(shell.cwd, dir) : contentRoot(shell.cwd, shell.env);
  if (!existsSync(root) || !statSync(root).isDirectory())
    return refuse(`There is no folder ${printable(dir ?? root)}.\n${USAGE}`, shell);
  return command.run({ ...order, root }, shell);
}

interface Understood extends Omit<Order, 'root'> {
  command: Command;
  dir: string | undefined;
}

function parseCommand(args: readonly string[]): Understood | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [name = '', ...words] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    const title = command?.hasTitle ? words.shift() : '';
    const [dir, ...rest] = words;
    const isJson = values.json ?? false;
    const isUnderstood = title !== undefined && rest.length === 0 && (!isJson || command?.hasJson);
    return command && isUnderstood ? { command, title, dir, isJson } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(message: string, { stderr }: Shell): number {
  stderr.write(`${message}\n`);
  return 2;
}
