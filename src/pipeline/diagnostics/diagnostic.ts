import type { CodeFrame, Position } from './code-frame.ts';

type Severity = 'error' | 'warning';

/** Where in a file's front matter: `['related', 2, 'webUrl']`. Empty for the file as a whole. */
export type FieldPath = readonly (string | number)[];

/** Something wrong, as the check that found it sees it: it knows the field, not yet the line. */
export interface FieldDiagnostic {
  severity: Severity;
  path: FieldPath;
  /** It is about the name of the field, not about its value. */
  isAboutName?: true;
  /** In the body, where it is about that: counted in the body's own lines. */
  place?: Position;
  /** A short name of the rule, for machines. */
  code: string;
  /** What was expected and what was found, in a sentence. Values are escaped when it is shown. */
  message: string;
  /** How to mend it. */
  hint?: string;
}

export type Report = (diagnostic: FieldDiagnostic) => void;

/** Something wrong in a content file. */
export interface Diagnostic {
  /** Below the content root, with forward slashes. */
  file: string;
  /** From 1, in the file's own lines; absent when the issue is the file as a whole. */
  line?: number;
  column?: number;
  severity: Severity;
  /** `related[2].webUrl`. */
  field?: string;
  code: string;
  message: string;
  hint?: string;
  codeFrame?: CodeFrame;
}

/** Writes a path as people do: `related[2].webUrl`. */
export function fieldName(path: FieldPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}
