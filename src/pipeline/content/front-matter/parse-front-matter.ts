import { type ParsedValues, type SyntaxDiagnostic, TOO_DEEP } from '../../diagnostics/syntax-diagnostic.ts';
import { isNestedTooDeep } from './nesting-limit.ts';
import { parseJson } from './parse-json.ts';
import { sanitizeValues } from './sanitize-values.ts';
import type { FrontMatterFormat, ParseDiagnostic, SplitFile } from './split-front-matter.ts';
import { parseToml } from './toml/parse-toml.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/** What a file's front matter says, before anything in it is believed. */
export type FrontMatter = Record<string, unknown>;

/** With problems the file is refused; its data, where there are any, only tell what else is wrong with it. */
export interface ParsedFrontMatter {
  data?: FrontMatter;
  diagnostics: ParseDiagnostic[];
}

/** Parses front matter. Never throws: what is wrong is said with its line in the file, without quoting the source. */
export function parseFrontMatter({ format, source, linesBefore }: SplitFile): ParsedFrontMatter {
  const parsed = isNestedTooDeep(source) ? { diagnostics: [TOO_DEEP] } : PARSERS[format](source);
  const found = 'diagnostics' in parsed ? parsed.diagnostics : [];
  const diagnostics = found.map((diagnostic) => inFile(diagnostic, linesBefore));
  const values = 'values' in parsed ? parsed.values : undefined;
  if (values === undefined) return { diagnostics };
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    const kind = Array.isArray(values) ? 'a list' : 'text';
    const message = `Expected fields, lines of the form \`name: value\`, found ${kind}.`;
    const location = { line: linesBefore + 1, column: 1 };
    return { diagnostics: [...diagnostics, { code: 'not-a-mapping', message, ...location }] };
  }
  const unsafe = sanitizeValues(values);
  if (unsafe) return { diagnostics: [...diagnostics, { code: 'hostile-front-matter', ...unsafe }] };
  return { data: values as FrontMatter, diagnostics };
}

const inFile = ({ line, column, ...diagnostic }: SyntaxDiagnostic, linesBefore: number): ParseDiagnostic => ({
  ...diagnostic,
  line: line + 1 + linesBefore,
  column: column + 1,
});

const PARSERS: Record<FrontMatterFormat, (source: string) => ParsedValues> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
};
