import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { type SplitFile, splitFrontMatter, wholeYaml } from './front-matter/split-front-matter.ts';
import { fileDiagnostic, locateDiagnostics } from './locate-diagnostics.ts';
import { readTextFile } from './read-text-file.ts';

/** A file with fields only: a topic, a provider, or the settings. */
export interface DataFile {
  data: FrontMatter;
  split: SplitFile;
}

/**
 * Reads a YAML file, or the front matter of a Markdown file. Returns diagnostics if it has errors, with the values where
 * there are some.
 */
export function readDataFile(
  root: string,
  file: string,
  splitMarkdown = splitFrontMatter,
): DataFile | (Partial<DataFile> & { diagnostics: Diagnostic[] }) {
  const read = readTextFile(path.join(root, file));
  if (read.diagnostic) return { diagnostics: [fileDiagnostic(file, read.diagnostic, read.text)] };
  const split = /\.ya?ml$/i.test(file) ? wholeYaml(read.text) : splitMarkdown(read.text);
  if ('code' in split) return { diagnostics: [fileDiagnostic(file, split, read.text)] };
  const { data, diagnostics: parseDiagnostics } = parseFrontMatter(split);
  return data && parseDiagnostics.length === 0
    ? { data, split }
    : { ...defined('data', data), split, diagnostics: locateDiagnostics(file, [], split, parseDiagnostics) };
}
