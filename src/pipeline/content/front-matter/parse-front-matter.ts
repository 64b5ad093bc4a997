import { type ParsedValues, type SyntaxDiagnostic, TOO_DEEP } from '../../diagnostics/syntax-diagnostic.ts';
import { isNestedTooDeep } from './nesting-limit.ts';
import { parseJson } from './parse-json.ts';
import { sanitizeValues } from './sanitize-values.ts';
import type { FrontMatterFormat, ParseDiagnostic, SplitFile } from './split-front-matter.ts';
import { parseToml } from './toml/parse-toml.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/** Parsed front matter, before its fields are checked. */
export type FrontMatter = Record<string, unknown>;

/** A file with diagnostics is rejected. Its data, if there are any, are only checked for further diagnostics. */
export interface ParsedFrontMatter {
  data?: FrontMatter;
  diagnostics: ParseDiagnostic[];
}

/** Parses front matter. Never throws: errors are diagnostics with a line in the file. They do not quote the source. */
export function parseFrontMatter({ format, source, linesBefore }: SplitFile): ParsedFrontMatter {
  const parsed = isNestedTooDeep(source) ? { diagnostics: [TOO_DEEP] } : PARSERS[format](source);
  const syntaxDiagnostics = 'diagnostics' in parsed ? parsed.diagnostics : [];
  const diagnostics = syntaxDiagnostics.map((diagnostic) => inFile(diagnostic, linesBefore));
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

/** Converts a location in the front matter, from 0, to a location in the file, from 1. */
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
