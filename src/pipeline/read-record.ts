import path from 'node:path';
import type { Issue } from './issue.ts';
import { type FrontMatter, parseFrontMatter, type SplitFile, splitFrontMatter } from './parse-front-matter.ts';
import { readText } from './read-text.ts';

/** The fields of a file that is no article: a topic, a provider, the settings. */
export interface FileRecord {
  data: FrontMatter;
  split: SplitFile;
}

/** Reads a YAML file, or the front matter of a Markdown file. What is wrong is an error, and the file counts for nothing. */
export function readRecord(root: string, file: string): FileRecord | { issue: Issue } {
  const read = readText(path.join(root, file));
  if ('problem' in read) return { issue: { file, severity: 'error', ...read.problem } };
  const split = /\.ya?ml$/i.test(file) ? wholeFile(read.text) : splitFrontMatter(read.text);
  if ('code' in split) return { issue: { file, severity: 'error', ...split } };
  const parsed = parseFrontMatter(split);
  return 'code' in parsed ? { issue: { file, severity: 'error', ...parsed } } : { data: parsed.data, split };
}

/** A YAML file may open and close with `---` lines too. */
function wholeFile(text: string): SplitFile {
  const source = text.replace(/^---[ \t]*(\r?\n|$)/, (fence) => fence.replace('---', '   '));
  return { format: 'yaml', source: source.replace(/^(---|\.\.\.)[ \t]*$/m, ''), linesBefore: 0, body: '' };
}
