import { type ParsedValues, type SyntaxFault, TOO_DEEP } from '../../diagnostics/syntax-diagnostic.ts';
import { isNestedTooDeep } from './nesting-limit.ts';
import { parseJson } from './parse-json.ts';
import { guardValues } from './reject-unsafe-values.ts';
import type { FrontMatterFormat, ParseProblem, SplitFile } from './split-front-matter.ts';
import { parseToml } from './toml/parse-toml.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/** What a file's front matter says, before anything in it is believed. */
export type FrontMatter = Record<string, unknown>;

/** With problems the file is refused; its data, where there are any, only tell what else is wrong with it. */
export interface ParsedFrontMatter {
  data?: FrontMatter;
  problems: ParseProblem[];
}

/** Parses front matter. Never throws: what is wrong is said with its line in the file, without quoting the source. */
export function parseFrontMatter({ format, source, linesBefore }: SplitFile): ParsedFrontMatter {
  const parsed = isNestedTooDeep(source) ? { faults: [TOO_DEEP] } : PARSERS[format](source);
  const faults = 'faults' in parsed ? parsed.faults : [];
  const problems = faults.map((fault) => inFile(fault, linesBefore));
  const values = 'values' in parsed ? parsed.values : undefined;
  if (values === undefined) return { problems };
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    const found = Array.isArray(values) ? 'a list' : 'text';
    const message = `Expected fields, lines of the form \`name: value\`, found ${found}.`;
    const place = { line: linesBefore + 1, column: 1 };
    return { problems: [...problems, { code: 'not-a-mapping', message, ...place }] };
  }
  const refusal = guardValues(values);
  if (refusal) return { problems: [...problems, { code: 'hostile-front-matter', ...refusal }] };
  return { data: values as FrontMatter, problems };
}

const inFile = ({ line, column, ...fault }: SyntaxFault, linesBefore: number): ParseProblem => ({
  ...fault,
  line: line + 1 + linesBefore,
  column: column + 1,
});

const PARSERS: Record<FrontMatterFormat, (source: string) => ParsedValues> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
};
