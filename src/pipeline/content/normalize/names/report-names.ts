import type { FieldDiagnostic } from '../../../diagnostics/diagnostic.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';
import { indexFields, type Respelling } from './index-fields.ts';

/** What is said once about all files with a name in their front matter. */
export interface FieldNameReport {
  /** The names that are not read and whose loss a reader may notice. */
  unread?: string[];
  /** The names that are read although they are spelled in another case. */
  respelled?: Respelling[];
}

/** What to say about the names in front matter, except those that are reported as misspelt. */
export function reportNames(data: FrontMatter, diagnostics: readonly FieldDiagnostic[]): FieldNameReport | undefined {
  const { unknown, respelled } = indexFields(data);
  if (unknown.length === 0 && respelled.length === 0) return undefined;
  const isReported = (name: string): boolean =>
    diagnostics.some(({ path, isAboutName }) => isAboutName && path[0] === name);
  const unread = unknown.filter((name) => !isReported(name)).map(detachName);
  const others = respelled.map(({ name, known }) => ({ name: detachName(name), known }));
  return {
    ...(unread.length > 0 ? { unread } : {}),
    ...(others.length > 0 ? { respelled: others } : {}),
  };
}

const names = new Map<string, string>();
const MAX_NAMES = 10_000;

/** A copy of a name, the same for all files. In V8 a substring keeps the whole text of its file in memory. */
function detachName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const copy = Buffer.from(name).toString();
  if (names.size < MAX_NAMES) names.set(copy, copy);
  return copy;
}
