import type { Finding, Issue } from '../diagnostics/diagnostic.ts';
import { locateFindings } from './locate-diagnostics.ts';
import { readRecord } from './read-data-file.ts';

/** Something wrong with one file among the others: it was read, and let go, before it was found. */
export interface LateFinding extends Omit<Finding, 'path'> {
  file: string;
  /** The names under which the file may hold the field. */
  names: readonly string[];
}

/** Reads the file of a late finding once more, for the line of the field that it is about. */
export function locateInFile(root: string, { file, names, ...finding }: LateFinding): Issue {
  const record = readRecord(root, file);
  if ('issues' in record) return { file, ...finding };
  const { data, split } = record;
  const name = names.find((candidate) => data[candidate] !== undefined && data[candidate] !== null);
  const [issue] = locateFindings(file, [{ ...finding, path: name === undefined ? [] : [name] }], split);
  return issue ?? { file, ...finding };
}
