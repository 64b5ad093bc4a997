import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { readDataFile } from './read-data-file.ts';

/** Something wrong with one file among the others: it was read, and let go, before it was found. */
export interface DeferredDiagnostic extends Omit<FieldDiagnostic, 'path'> {
  file: string;
  /** The names under which the file may hold the field. */
  names: readonly string[];
}

/** Reads the file of a late diagnostic once more, for the line of the field that it is about. */
export function locateDeferred(root: string, { file, names, ...diagnostic }: DeferredDiagnostic): Diagnostic {
  const record = readDataFile(root, file);
  if ('diagnostics' in record) return { file, ...diagnostic };
  const { data, split } = record;
  const name = names.find((candidate) => data[candidate] !== undefined && data[candidate] !== null);
  const [located] = locateDiagnostics(file, [{ ...diagnostic, path: name === undefined ? [] : [name] }], split);
  return located ?? { file, ...diagnostic };
}
