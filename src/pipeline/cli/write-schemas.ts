import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { articleSchema, SCHEMA_FILE, schemaLine } from '../content/normalize/article-schema.ts';
import type { JsonSchema } from '../content/normalize/values/json-schema.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import { describeSystemError } from '../diagnostics/system-error.ts';
import { SITE_SCHEMA_FILE, siteSchema } from '../settings/schema/site-schema.ts';
import { type CliContext, fail } from './cli-context.ts';

interface SchemaFile {
  file: string;
  schema: () => JsonSchema;
  /** How to refer to it. */
  help: string;
}

const SCHEMAS: readonly SchemaFile[] = [
  {
    file: SCHEMA_FILE,
    schema: articleSchema,
    help: `Refer to it in the first line of front matter. For news/first.md:\n${schemaLine('news/first.md')}`,
  },
  {
    file: SITE_SCHEMA_FILE,
    schema: siteSchema,
    help: `Refer to it in the first line of site.yaml:\n${schemaLine('site.yaml', SITE_SCHEMA_FILE)}`,
  },
];

/** Writes the JSON Schemas of front matter and settings into a content folder, for text editors. Returns the exit code. */
export function writeSchemas({ root }: { root: string }, context: CliContext): 0 | 1 {
  for (const { file, schema, help } of SCHEMAS) {
    const name = displayPath(context.cwd, path.join(root, file));
    try {
      writeFileSync(path.join(root, file), `${print(schema())}\n`);
    } catch (error) {
      return fail(`${name} cannot be written: ${describeSystemError(error)}.`, context);
    }
    context.stdout.write(`${name}\n${help}\n`);
  }
  return 0;
}

const MAX_LINE = 120;

/** JSON with a short object or list on one line. */
function print(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= MAX_LINE) return line;
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => print(item, inner))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${print(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}
