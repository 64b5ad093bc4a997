import path from 'node:path';
import { parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import type { Finding, Issue } from './issue.ts';
import { type Field, givenOne } from './normalize/fields.ts';
import { locateFindings } from './read-article.ts';
import { readText } from './read-text.ts';

/** Something wrong with an article among the others: its file was read, and let go, before it was found. */
export interface LateFinding extends Omit<Finding, 'path'> {
  file: string;
  about: Field;
}

/** Reads the file of a late finding once more, for the line of the field that it is about. */
export function locateInFile(root: string, { file, about, ...finding }: LateFinding): Issue {
  const read = readText(path.join(root, file));
  const split = 'text' in read ? splitFrontMatter(read.text) : undefined;
  const parsed = split && 'source' in split ? parseFrontMatter(split) : undefined;
  if (!split || !('source' in split) || !parsed || !('data' in parsed)) return { file, ...finding };
  const given = givenOne(parsed.data, about);
  const [issue] = locateFindings(file, [{ ...finding, path: given ? [given.name] : [] }], split);
  return issue ?? { file, ...finding };
}
