import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from './front-matter/parse-front-matter.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { FIELD_NAMES, type Field } from './normalize/names/field-names.ts';
import { fieldValue } from './normalize/names/index-fields.ts';
import { readDataFile } from './read-data-file.ts';

/** A diagnostic that depends on several files. It is found after its file was read, so the text is no longer in memory. */
export interface DeferredDiagnostic extends Omit<FieldDiagnostic, 'path'> {
  file: string;
  /** The possible names of the field in the file. With a location it is about the body. */
  names: readonly string[];
}

/** Reads the file of a deferred diagnostic again to find the location of the field, or the lines before its body. */
export function locateDeferred(root: string, { file, names, ...diagnostic }: DeferredDiagnostic): Diagnostic {
  const record = readDataFile(root, file);
  if ('diagnostics' in record) return { file, ...diagnostic };
  const { data, split } = record;
  if (diagnostic.location) {
    const [inBody] = locateDiagnostics(file, [{ path: ['body'], ...diagnostic }], split);
    return inBody ?? { file, ...diagnostic };
  }
  const name =
    names.find((candidate) => data[candidate] !== undefined && data[candidate] !== null) ?? otherName(names, data);
  const [located] = locateDiagnostics(file, [{ ...diagnostic, path: name === undefined ? [] : [name] }], split);
  return located ?? { file, ...diagnostic };
}

/** The name under which a file has the field, where that is none of its documented names. */
function otherName([name]: readonly string[], data: FrontMatter): string | undefined {
  const field = FIELDS.find((candidate) => FIELD_NAMES[candidate][0] === name);
  return field && fieldValue(data, field)?.name;
}

const FIELDS = Object.keys(FIELD_NAMES) as Field[];
