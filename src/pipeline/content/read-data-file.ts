import path from 'node:path';
import type { Issue } from '../diagnostics/diagnostic.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { type SplitFile, splitFrontMatter, wholeYaml } from './front-matter/split-front-matter.ts';
import { locateFindings, toIssue } from './locate-diagnostics.ts';
import { readText } from './read-text-file.ts';

/** The fields of a file that is no article: a topic, a provider, the settings. */
export interface FileRecord {
  data: FrontMatter;
  split: SplitFile;
}

/** Reads a YAML file, or the front matter of a Markdown file. What is wrong is an error, and the file counts for nothing. */
export function readRecord(root: string, file: string): FileRecord | { issues: Issue[] } {
  const read = readText(path.join(root, file));
  if (read.problem) return { issues: [toIssue(file, read.problem, read.text)] };
  const split = /\.ya?ml$/i.test(file) ? wholeYaml(read.text) : splitFrontMatter(read.text);
  if ('code' in split) return { issues: [toIssue(file, split, read.text)] };
  const { data, problems } = parseFrontMatter(split);
  return data && problems.length === 0 ? { data, split } : { issues: locateFindings(file, [], split, problems) };
}
