import type { FieldDiagnostic } from '../../../diagnostics/diagnostic.ts';
import { internText } from '../values/intern-text.ts';
import { ARTICLE_NAMES } from './field-names.ts';
import type { FieldIndex, Respelling } from './index-fields.ts';

/** What is said once about all files with a name in their front matter. */
export interface FieldNameReport {
  /** The names that are not read and whose loss a reader may notice. */
  unread?: string[];
  /** The names that are read although they are spelled in another case. */
  respelled?: Respelling[];
}

/** What to say about the names in front matter, except those that are reported as misspelt. */
export function reportNames(
  { unknown, respelled: all }: FieldIndex,
  diagnostics: readonly FieldDiagnostic[],
  isPage: boolean,
): FieldNameReport | undefined {
  const respelled = isPage ? all : all.filter(({ known }) => ARTICLE_NAMES.includes(known));
  if (unknown.length === 0 && respelled.length === 0) return undefined;
  const reported = new Set(diagnostics.flatMap(({ path: [name], isAboutName }) => (isAboutName ? [name] : [])));
  const unread = unknown
    .filter((name) => !reported.has(name))
    .slice(0, MAX_IN_FILE)
    .map(internText);
  const others = respelled.map(({ name, known }) => ({ name: internText(name), known }));
  return {
    ...(unread.length > 0 ? { unread } : {}),
    ...(others.length > 0 ? { respelled: others } : {}),
  };
}

/** The names of one file that are reported. Real files have a few. */
const MAX_IN_FILE = 100;
