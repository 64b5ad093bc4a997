import { styleText } from 'node:util';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { groupBy } from '../util/group-by.ts';
import type { Diagnostic } from './diagnostic.ts';
import { printable } from './quote.ts';

const MAX_MESSAGE = 300;

/** Puts marks around text for a terminal that shows them. */
type Colorize = (style: 'error' | 'warning' | 'place' | 'quiet', text: string) => string;

const PLAIN: Colorize = (_, text) => text;

/** Colours, for a terminal that has them. https://no-color.org/ */
const COLOURED: Colorize = (style, text) =>
  styleText(({ error: 'red', warning: 'yellow', place: 'bold', quiet: 'dim' } as const)[style], text, {
    validateStream: false,
  });

/** How to paint what goes to a stream. */
export const colorizeFor = (stream: { isTTY?: boolean; hasColors?: () => boolean }): Colorize =>
  stream.isTTY && stream.hasColors?.() ? COLOURED : PLAIN;

/**
 * All issues as text, grouped by file: place, field, what was expected and found, how to mend it, and the line with a
 * caret. Their counts come last.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], colorize: Colorize = PLAIN): string {
  if (diagnostics.length === 0) return '';
  const byFile = groupBy(sortDiagnostics(diagnostics), ({ file }) => file);
  const groups = [...byFile].map(([file, ofFile]) =>
    [colorize('place', nameOf(file)), ...ofFile.map((diagnostic) => formatDiagnostic(diagnostic, colorize))].join('\n'),
  );
  return [...groups, countDiagnostics(diagnostics, byFile.size)].join('\n\n');
}

/** Issues by file, those of a file in the order of its lines: some are found only when all files are known. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.toSorted(
    (a, b) => compareCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );

/** A file's name must not be taken for a command where the log is read by a machine. */
const nameOf = (file: string): string => safe(file).replace(/^(?=::|##)/, './');

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
  const place = line === undefined ? nameOf(file) : `${nameOf(file)}:${line}:${column}`;
  const about = field === undefined ? '' : ` ${safe(field)}:`;
  const help = hint === undefined ? '' : ` ${safe(hint)}`;
  const first = `  ${place} ${colorize(severity, severity)}${about} ${safe(message)}${help}`;
  if (!codeFrame || line === undefined) return first;
  const number = String(line).padStart(6);
  const caret = `${' '.repeat(number.length)} | ${' '.repeat(codeFrame.caret)}`;
  return `${first}\n${colorize('quiet', `${number} | `)}${codeFrame.text}\n${colorize('quiet', caret)}${colorize(severity, '^')}`;
}

/** `1 file`, `2 files` */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Text that a terminal can only show, and not longer than a reader cares for. */
function safe(text: string): string {
  const shown = printable(text);
  return shown.length > MAX_MESSAGE ? `${shown.slice(0, MAX_MESSAGE - 1)}…` : shown;
}
