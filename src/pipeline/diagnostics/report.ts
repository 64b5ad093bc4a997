import { styleText } from 'node:util';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { groupBy } from '../util/group-by.ts';
import type { Diagnostic } from './diagnostic.ts';
import { printable } from './quote.ts';

const MAX_MESSAGE = 300;

/** Adds colour codes to a text. */
type Colorize = (style: 'error' | 'warning' | 'location' | 'dim', text: string) => string;

const PLAIN: Colorize = (_, text) => text;

const COLOURED: Colorize = (style, text) =>
  styleText(({ error: 'red', warning: 'yellow', location: 'bold', dim: 'dim' } as const)[style], text, {
    validateStream: false,
  });

/** Colours for a stream that supports them, else none. `hasColors` respects `NO_COLOR`. https://no-color.org/ */
export const colorizeFor = (stream: { isTTY?: boolean; hasColors?: () => boolean }): Colorize =>
  stream.isTTY && stream.hasColors?.() ? COLOURED : PLAIN;

/**
 * Formats diagnostics as text, grouped by file: location, severity, field, message, hint, and a code frame with a caret.
 * The last line counts them. Empty without diagnostics.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], colorize: Colorize = PLAIN): string {
  if (diagnostics.length === 0) return '';
  const byFile = groupBy(sortDiagnostics(diagnostics), ({ file }) => file);
  const groups = [...byFile].map(([file, group]) =>
    [colorize('location', displayName(file)), ...group.map((each) => formatDiagnostic(each, colorize))].join('\n'),
  );
  return [...groups, countDiagnostics(diagnostics, byFile.size)].join('\n\n');
}

/** Sorts diagnostics by file, line and column. Those found after all files were read come last otherwise. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.toSorted(
    (a, b) => compareCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );

/** The name of a file for the terminal. GitHub Actions would run a line that starts with `::` or `##` as a command. */
const displayName = (file: string): string => safe(file).replace(/^(?=::|##)/, './');

/** `2 errors and 3 warnings in 4 files` */
function countDiagnostics(diagnostics: readonly Diagnostic[], files: number): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const kinds = [
    errors > 0 ? count(errors, 'error') : '',
    errors < diagnostics.length ? count(diagnostics.length - errors, 'warning') : '',
  ];
  return `${kinds.filter(Boolean).join(' and ')} in ${count(files, 'file')}`;
}

function formatDiagnostic(diagnostic: Diagnostic, colorize: Colorize): string {
  const { file, line, column = 1, severity, field, message, hint, codeFrame } = diagnostic;
  const location = line === undefined ? displayName(file) : `${displayName(file)}:${line}:${column}`;
  const fieldText = field === undefined ? '' : ` ${safe(field)}:`;
  const hintText = hint === undefined ? '' : ` ${safe(hint)}`;
  const first = `  ${location} ${colorize(severity, severity)}${fieldText} ${safe(message)}${hintText}`;
  if (!codeFrame || line === undefined) return first;
  const number = String(line).padStart(6);
  const caret = `${' '.repeat(number.length)} | ${' '.repeat(codeFrame.caret)}`;
  return `${first}\n${colorize('dim', `${number} | `)}${codeFrame.text}\n${colorize('dim', caret)}${colorize(severity, '^')}`;
}

/** `1 file`, `2 files` */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Escapes a text for the terminal and shortens it. */
function safe(text: string): string {
  const escaped = printable(text);
  return escaped.length > MAX_MESSAGE ? `${escaped.slice(0, MAX_MESSAGE - 1)}…` : escaped;
}
