import type { CodeFrame, SourceLocation } from './code-frame.ts';

type Severity = 'error' | 'warning';

/** The path of a field in front matter: `['related', 2, 'webUrl']`. Empty for the whole file. */
export type FieldPath = readonly (string | number)[];

/** A diagnostic before it is located: checks know the field, but not the line. */
export interface FieldDiagnostic {
  severity: Severity;
  path: FieldPath;
  /** Whether it is about the name of the field instead of its value. */
  isAboutName?: true;
  /** Only for the body: the location, counted in the lines of the body. */
  location?: SourceLocation;
  /** The name of the rule, for programs. */
  code: string;
  /** A sentence: what was expected and what was found. It is escaped when printed. */
  message: string;
  /** A sentence: how to fix it. */
  hint?: string;
}

export type Report = (diagnostic: FieldDiagnostic) => void;

/** An error or a warning about a content file or a setting. */
export interface Diagnostic {
  /** The path relative to the content root, with forward slashes; or the name of an environment variable. */
  file: string;
  /** Lines and columns count from 1; absent if the location is not known. */
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

/** Formats a path: `related[2].webUrl`. */
export function fieldName(path: FieldPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}
