import type { FieldPath } from './diagnostic.ts';

/** A syntax error in front matter. Line and column count from 0, in the text of the front matter. */
export interface SyntaxDiagnostic {
  code: string;
  message: string;
  line: number;
  column: number;
  /** The field with the error, if it can be determined. */
  path?: FieldPath;
  hint?: string;
}

/** The result of a parser. After some errors, such as duplicate keys, it also returns values. */
export type ParsedValues = { values: unknown } | { diagnostics: SyntaxDiagnostic[]; values?: unknown };

/** The maximum nesting of front matter. */
export const MAX_DEPTH = 100;

export const TOO_DEEP: SyntaxDiagnostic = {
  code: 'too-deep',
  message: `Expected at most ${MAX_DEPTH} levels of nesting, found more.`,
  line: 0,
  column: 0,
};
