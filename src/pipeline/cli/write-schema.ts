import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { articleSchema, SCHEMA_FILE, schemaLine } from '../content/normalize/article-schema.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import { describeSystemError } from '../diagnostics/system-error.ts';
import { type CliContext, fail } from './cli-context.ts';

/** Writes the JSON Schema of front matter into a content folder, for text editors. Returns the exit code. */
export function writeSchema({ root }: { root: string }, context: CliContext): 0 | 1 {
  const file = path.join(root, SCHEMA_FILE);
  const name = displayPath(context.cwd, file);
  try {
    writeFileSync(file, `${JSON.stringify(articleSchema(), null, 2)}\n`);
  } catch (error) {
    return fail(`${name} cannot be written: ${describeSystemError(error)}.`, context);
  }
  const line = schemaLine('news/first.md');
  context.stdout.write(`${name}\nRefer to it in the first line of front matter. For news/first.md:\n${line}\n`);
  return 0;
}
