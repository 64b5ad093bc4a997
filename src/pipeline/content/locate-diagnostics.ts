import { createCodeFrames, type SourceLocation } from '../diagnostics/code-frame.ts';
import { type Diagnostic, type FieldDiagnostic, type FieldPath, fieldName } from '../diagnostics/diagnostic.ts';
import { shortened } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import { createLocator } from './front-matter/locate-field.ts';
import type { ParseDiagnostic, SplitFile } from './front-matter/split-front-matter.ts';

type LocatedDiagnostic = Diagnostic & SourceLocation;

/**
 * Adds locations and code frames to the diagnostics of a file, and sorts them by location. The front matter is parsed
 * with locations only here, and only if there are diagnostics.
 */
export function locateDiagnostics(
  file: string,
  fieldDiagnostics: readonly FieldDiagnostic[],
  split: SplitFile,
  parseDiagnostics: readonly ParseDiagnostic[] = [],
): Diagnostic[] {
  if (fieldDiagnostics.length === 0 && parseDiagnostics.length === 0) return [];
  const locate = createDiagnosticLocator(file, split);
  const diagnostics = [...parseDiagnostics.map(locate.parseError), ...fieldDiagnostics.map((each) => locate(each))];
  return diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Returns a function that adds the location and the code frame to a diagnostic of a file, which it parses once. */
export function createDiagnosticLocator(file: string, split: SplitFile) {
  const locate = createLocator(split);
  const codeFrameAt = createCodeFrames(split.text);
  const locationOf = ({ path, isAboutName, location }: FieldDiagnostic): SourceLocation => {
    if (path[0] !== 'body') return locate(path.flatMap(toParts), isAboutName);
    const { line, column } = location ?? { line: firstLine(split.body), column: 1 };
    return { line: line + split.linesBeforeBody, column };
  };
  const diagnosticAt = (
    location: SourceLocation,
    fields: Omit<Diagnostic, 'file' | 'line' | 'column'>,
  ): LocatedDiagnostic => ({
    file,
    ...location,
    ...fields,
    ...defined('codeFrame', codeFrameAt(location)),
  });
  const fieldDiagnosticAt = (diagnostic: FieldDiagnostic): LocatedDiagnostic =>
    diagnosticAt(locationOf(diagnostic), toFields(diagnostic));
  return Object.assign(fieldDiagnosticAt, {
    parseError: (diagnostic: ParseDiagnostic): LocatedDiagnostic => {
      const { line, column = 1, path = [] } = diagnostic;
      return diagnosticAt(line === undefined ? locate(path, true) : { line, column }, parseErrorFields(diagnostic));
    },
  });
}

/** Creates a diagnostic about a whole file. Without a location it is at the start of the file. */
export function fileDiagnostic(file: string, diagnostic: ParseDiagnostic, text = ''): Diagnostic {
  const { line = 1, column = 1 } = diagnostic;
  const codeFrame = createCodeFrames(text)({ line, column });
  return { file, line, column, ...parseErrorFields(diagnostic), ...defined('codeFrame', codeFrame) };
}

const parseErrorFields = ({ path = [], code, message, hint }: ParseDiagnostic) =>
  toFields({ severity: 'error', path, code, message, ...defined('hint', hint) });

const toFields = ({ severity, path, code, message, hint }: FieldDiagnostic) => ({
  severity,
  ...defined('field', nameOf(path)),
  code,
  message,
  ...defined('hint', hint),
});

/** The field index joins the name of a field and of the mapping that contains it, see `index-fields.ts`. */
const toParts = (part: string | number): FieldPath => {
  const [, container, name] = /^(params|extra|taxonomies)\.(.+)$/i.exec(String(part)) ?? [];
  return container !== undefined && name !== undefined ? [container, name] : [part];
};

/** The name of a field. It is untrusted text too, so it is shortened. */
const nameOf = (path: FieldPath): string | undefined => (path.length > 0 ? shortened(fieldName(path)) : undefined);

/** The first line of a body that is not blank. */
const firstLine = (body: string): number => (/^\s*/.exec(body)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
