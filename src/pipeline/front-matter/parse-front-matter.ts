import { guardValues } from './guard-values.ts';
import { parseJson } from './parse-json.ts';
import { parseToml } from './parse-toml.ts';
import { type ParsedValues, parseYaml } from './parse-yaml.ts';
import type { FrontMatterFormat, ParseProblem, SplitFile } from './split-front-matter.ts';

/** What a file's front matter says, before anything in it is believed. */
export type FrontMatter = Record<string, unknown>;

/** Parses front matter. Never throws: what is wrong is said with its line in the file, without quoting the source. */
export function parseFrontMatter({ format, source, linesBefore }: SplitFile): { data: FrontMatter } | ParseProblem {
  const parsed = PARSERS[format](source);
  if ('fault' in parsed) {
    const { code, fault, line, column, hint } = parsed;
    const place = { line: line + 1 + linesBefore, column: column + 1 };
    return { code, message: fault, ...place, ...(hint === undefined ? {} : { hint }) };
  }
  const { values } = parsed;
  const top = { line: linesBefore + 1, column: 1 };
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    const message = 'The front matter holds no fields: expected lines of the form `name: value`.';
    return { code: 'not-a-mapping', message, ...top };
  }
  const fault = guardValues(values);
  return fault ? { code: 'hostile-front-matter', message: fault, ...top } : { data: values as FrontMatter };
}

const PARSERS: Record<FrontMatterFormat, (source: string) => ParsedValues> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
};
