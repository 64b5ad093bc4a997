import type { FieldPath } from './diagnostic.ts';

/** What keeps front matter from being read. Its place counts from 0, in the front matter's own text. */
export interface SyntaxDiagnostic {
  code: string;
  message: string;
  line: number;
  column: number;
  /** The field that it is about, where there is one. */
  path?: FieldPath;
  hint?: string;
}

/** What a parser made of some text. Some faults leave the values as they are meant. */
export type ParsedValues = { values: unknown } | { diagnostics: SyntaxDiagnostic[]; values?: unknown };

/** As deep as front matter may be nested. */
export const MAX_DEPTH = 100;

export const TOO_DEEP: SyntaxDiagnostic = {
  code: 'too-deep',
  message: `Expected at most ${MAX_DEPTH} levels of nesting, found more.`,
  line: 0,
  column: 0,
};
