import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { articleSchema, SCHEMA_FILE, schemaLine } from '../content/normalize/article-schema.ts';
import { describeSystemFault } from '../diagnostics/system-error.ts';
import { giveUp, nameIn, type Order, type Shell } from './cli-context.ts';

/** Writes the schema of front matter into a content folder, for the editors of its files. */
export function writeSchema({ root }: Order, shell: Shell): number {
  const file = path.join(root, SCHEMA_FILE);
  const name = nameIn(shell, file);
  try {
    writeFileSync(file, `${JSON.stringify(articleSchema(), null, 2)}\n`);
  } catch (error) {
    return giveUp(`${name} cannot be written: ${describeSystemFault(error)}.`, shell);
  }
  const line = schemaLine('news/first.md');
  shell.stdout.write(`${name}\nName it in the first line of front matter; in news/first.md:\n${line}\n`);
  return 0;
}
