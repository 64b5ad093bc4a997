import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../util/group-by.ts';
import { isPageFile } from './files/is-page-file.ts';
import type { FrontMatter } from './front-matter/parse-front-matter.ts';
import { createDiagnosticLocator } from './locate-diagnostics.ts';
import { FIELD_NAMES, type Field } from './normalize/names/field-names.ts';
import { fieldValue, indexFields } from './normalize/names/index-fields.ts';
import type { ReadOptions } from './read-article.ts';
import { readDataFile } from './read-data-file.ts';
import { splitArticle } from './split-article.ts';

/** A diagnostic that depends on several files. It is found after its file was read, so the text is no longer in memory. */
export interface DeferredDiagnostic extends Omit<FieldDiagnostic, 'path'> {
  file: string;
  /** The possible names of the field in the file. With a location it is about the body. */
  names: readonly string[];
  /** The key in the value of the field, which is a mapping. */
  key?: string;
}

/**
 * Reads the files of deferred diagnostics again, each once, to find the locations of the fields, or the lines before the
 * body. Keeps the order of the diagnostics.
 */
export function locateDeferred(
  root: string,
  deferred: readonly DeferredDiagnostic[],
  options: Pick<ReadOptions, 'layout' | 'pagesFolder'>,
): Diagnostic[] {
  const located = new Map<DeferredDiagnostic, Diagnostic>();
  for (const [file, group] of groupBy(deferred, (diagnostic) => diagnostic.file))
    for (const [index, diagnostic] of locateInFile(root, file, { deferred: group, ...options }).entries())
      located.set(group[index] as DeferredDiagnostic, diagnostic);
  return deferred.flatMap((diagnostic) => located.get(diagnostic) ?? []);
}

interface FileDiagnostics extends Pick<ReadOptions, 'layout' | 'pagesFolder'> {
  deferred: readonly DeferredDiagnostic[];
}

function locateInFile(root: string, file: string, { deferred, layout, pagesFolder }: FileDiagnostics): Diagnostic[] {
  const { data, split } = readDataFile(root, file, (text) =>
    splitArticle(text, layout, isPageFile({ file, pagesFolder })),
  );
  if (!data || !split) return deferred.map(({ names: _, key: __, ...diagnostic }) => diagnostic);
  const locate = createDiagnosticLocator(file, split);
  return deferred.map(({ file: _, names, key, ...diagnostic }) => {
    if (diagnostic.location) return locate({ path: ['body'], ...diagnostic });
    const name =
      names.find((candidate) => data[candidate] !== undefined && data[candidate] !== null) ?? otherName(names, data);
    return locate({ ...diagnostic, path: name === undefined ? [] : [name, ...(key === undefined ? [] : [key])] });
  });
}

/** The name under which a file has the field, where that is none of its documented names. */
function otherName([name]: readonly string[], data: FrontMatter): string | undefined {
  const field = FIELDS.find((candidate) => FIELD_NAMES[candidate][0] === name);
  return field && fieldValue(indexFields(data), field)?.name;
}

const FIELDS = Object.keys(FIELD_NAMES) as Field[];
