import { createCodeFrames, type SourceLocation } from '../diagnostics/code-frame.ts';
import { type Diagnostic, type FieldDiagnostic, type FieldPath, fieldName } from '../diagnostics/diagnostic.ts';
import { shortened } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import { createLocator } from './front-matter/locate-field.ts';
import type { ParseDiagnostic, SplitFile } from './front-matter/split-front-matter.ts';

/** An issue that stands somewhere. */
type LocatedDiagnostic = Diagnostic & SourceLocation;

/**
 * Gives what was found in a file its places and the lines to show, and puts all that is wrong with it into the order
 * of its lines. Only now, and only when there is anything, is the front matter parsed with positions.
 */
export function locateDiagnostics(
  file: string,
  fieldDiagnostics: readonly FieldDiagnostic[],
  split: SplitFile,
  parseDiagnostics: readonly ParseDiagnostic[] = [],
): Diagnostic[] {
  if (fieldDiagnostics.length === 0 && parseDiagnostics.length === 0) return [];
  const locate = createLocator(split);
  const codeFrameAt = createCodeFrames(split.text);
  const placeOf = ({ path, isAboutName, location }: FieldDiagnostic): SourceLocation => {
    if (path[0] !== 'body') return locate(path, isAboutName);
    const { line, column } = location ?? { line: firstLine(split.body), column: 1 };
    return { line: line + split.linesBeforeBody, column };
  };
  const diagnosticAt = (
    location: SourceLocation,
    about: Omit<Diagnostic, 'file' | 'line' | 'column'>,
  ): LocatedDiagnostic => ({
    file,
    ...location,
    ...about,
    ...defined('codeFrame', codeFrameAt(location)),
  });
  const diagnostics = [
    ...parseDiagnostics.map((diagnostic) => {
      const { line, column = 1, path = [] } = diagnostic;
      return diagnosticAt(line === undefined ? locate(path, true) : { line, column }, aboutParse(diagnostic));
    }),
    ...fieldDiagnostics.map((diagnostic) => diagnosticAt(placeOf(diagnostic), aboutField(diagnostic))),
  ];
  return diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A diagnostic of a whole file. Where no place is known, it is the file's beginning. */
export function fileDiagnostic(file: string, diagnostic: ParseDiagnostic, text = ''): Diagnostic {
  const { line = 1, column = 1 } = diagnostic;
  const codeFrame = createCodeFrames(text)({ line, column });
  return { file, line, column, ...aboutParse(diagnostic), ...defined('codeFrame', codeFrame) };
}

const aboutParse = ({ path = [], code, message, hint }: ParseDiagnostic) =>
  aboutField({ severity: 'error', path, code, message, ...defined('hint', hint) });

const aboutField = ({ severity, path, code, message, hint }: FieldDiagnostic) => ({
  severity,
  ...defined('field', nameOf(path)),
  code,
  message,
  ...defined('hint', hint),
});

/** A name may be as foreign as a value. */
const nameOf = (path: FieldPath): string | undefined => (path.length > 0 ? shortened(fieldName(path)) : undefined);

/** The first line of a body that holds anything. */
const firstLine = (body: string): number => (/^\s*/.exec(body)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
