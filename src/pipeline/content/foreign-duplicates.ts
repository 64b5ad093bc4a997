import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from './front-matter/parse-front-matter.ts';
import type { ParseDiagnostic } from './front-matter/split-front-matter.ts';
import { ARTICLE_NAMES } from './normalize/names/field-names.ts';

/** The fields that a file gives twice under names that are not our own: other programs may have written them. */
interface ForeignDuplicates {
  /** Whether an error of the parser is about one of these fields. */
  isAbout: (diagnostic: ParseDiagnostic) => boolean;
  /** The front matter without these fields: it is not clear which of their values counts. */
  omitFrom: (data: FrontMatter) => FrontMatter;
  /** Changes an error about one of these fields to a warning. */
  toWarning: (diagnostic: Diagnostic) => Diagnostic;
}

export function findForeignDuplicates(diagnostics: readonly ParseDiagnostic[]): ForeignDuplicates {
  const names = new Set(diagnostics.flatMap((diagnostic) => foreignNameOf(diagnostic) ?? []));
  return {
    isAbout: (diagnostic) => foreignNameOf(diagnostic) !== undefined,
    omitFrom: (data) =>
      names.size === 0 ? data : Object.fromEntries(Object.entries(data).filter(([name]) => !names.has(name))),
    toWarning: (diagnostic) =>
      diagnostic.code === 'duplicate-key' && names.has(diagnostic.field ?? '')
        ? { ...diagnostic, severity: 'warning', message: diagnostic.message.replace(/\.$/, '; it is ignored.') }
        : diagnostic,
  };
}

/** The name of a duplicate field, if it is a whole field and not one of our own. */
function foreignNameOf({ code, path: [name, ...rest] = [] }: ParseDiagnostic): string | undefined {
  if (code !== 'duplicate-key' || name === undefined || rest.length > 0) return undefined;
  // TOML names a field of a mapping by one name with dots.
  const [field = ''] = String(name).split('.', 1);
  return ARTICLE_NAMES.includes(field) ? undefined : String(name);
}
