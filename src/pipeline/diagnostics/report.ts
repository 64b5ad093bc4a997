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

interface FormatOptions {
  colorize?: Colorize;
  /** Lists each diagnostic, even if many files have the same one. */
  isComplete?: boolean;
}

/**
 * Formats diagnostics as text, grouped by file: location, severity, field, message, hint, and a code frame with a caret.
 * What is the same in many files is listed once, with three places. The last lines count them. Empty without diagnostics.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  { colorize = PLAIN, isComplete = false }: FormatOptions = {},
): string {
  if (diagnostics.length === 0) return '';
  const sorted = sortDiagnostics(diagnostics);
  const { listed, others } = isComplete ? { listed: sorted, others: NO_OTHERS } : collapse(sorted);
  const groups = [...groupBy(listed, ({ file }) => file)].map(([file, group]) =>
    [
      colorize('location', displayName(file)),
      ...group.flatMap((each) => [formatDiagnostic(each, colorize), ...formatOthers(others.get(each))]),
    ].join('\n'),
  );
  return [...groups, countDiagnostics(diagnostics)].join('\n\n');
}

/** By a listed diagnostic: the same in other files. */
type Others = ReadonlyMap<Diagnostic, readonly Diagnostic[]>;
const NO_OTHERS: Others = new Map();

/** With more files than this, a diagnostic is listed once. */
const MAX_FILES = 3;
/** The places that are named besides the first. */
const OTHER_PLACES = 2;

/** Keeps the first of those diagnostics that are the same in many files. */
function collapse(sorted: readonly Diagnostic[]): { listed: Diagnostic[]; others: Others } {
  const others = new Map<Diagnostic, readonly Diagnostic[]>();
  const collapsed = new Set<Diagnostic>();
  for (const [, group] of groupBy(sorted, kindOf)) {
    const [first, ...rest] = group;
    if (!first || new Set(group.map(({ file }) => file)).size <= MAX_FILES) continue;
    others.set(first, rest);
    for (const diagnostic of rest) collapsed.add(diagnostic);
  }
  return { listed: sorted.filter((diagnostic) => !collapsed.has(diagnostic)), others };
}

/** Equal for the same fault in different files: without what is quoted, and without the index in a list. */
const kindOf = ({ severity, field = '', code, message }: Diagnostic): string =>
  [severity, code, field.replace(/\[\d+\]/g, '[]'), message.replace(/`[^`]*`/g, '``')].join('\n');

function formatOthers(others: readonly Diagnostic[] = []): string[] {
  if (others.length === 0) return [];
  const named = others.slice(0, OTHER_PLACES).map(placeOf).join(', ');
  const more = others.length > OTHER_PLACES ? ` and ${(others.length - OTHER_PLACES).toLocaleString('en')} more` : '';
  return [`    The same in ${placeCount(others)}: ${named}${more}. \`npm run content -- check --all\` lists them.`];
}

function placeCount(others: readonly Diagnostic[]): string {
  const files = new Set(others.map(({ file }) => file)).size;
  return files === others.length
    ? `${files.toLocaleString('en')} more files`
    : `${others.length.toLocaleString('en')} more places in ${count(files, 'file')}`;
}

const placeOf = ({ file, line, column = 1 }: Diagnostic): string =>
  line === undefined ? displayName(file) : `${displayName(file)}:${line}:${column}`;

/** Faults of the settings may be the cause of others. */
const isOfSettings = ({ file }: Diagnostic): boolean => /^site\.ya?ml$/.test(file);

/** Sorts diagnostics by file, line and column, those of the settings first. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.toSorted(
    (a, b) =>
      Number(isOfSettings(b)) - Number(isOfSettings(a)) ||
      compareCodeUnits(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );

/** The name of a file for the terminal. GitHub Actions would run a line that starts with `::` or `##` as a command. */
const displayName = (file: string): string => safe(file).replace(/^(?=::|##)/, './');

/** `2 errors and 3 warnings in 4 files`, after their kinds if there are many. */
function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const severities = [
    errors > 0 ? count(errors, 'error') : '',
    errors < diagnostics.length ? count(diagnostics.length - errors, 'warning') : '',
  ];
  const total = `${severities.filter(Boolean).join(' and ')} in ${count(files, 'file')}`;
  return diagnostics.length > MAX_WITHOUT_KINDS ? `${countKinds(diagnostics)}\n\n${total}` : total;
}

const MAX_WITHOUT_KINDS = 10;

/** `By kind: 27 missing-field, 3 unread-field`, the most frequent first. */
function countKinds(diagnostics: readonly Diagnostic[]): string {
  const kinds = [...groupBy(diagnostics, ({ code }) => code)].map(([code, { length }]) => ({ code, length }));
  kinds.sort((a, b) => b.length - a.length || compareCodeUnits(a.code, b.code));
  return `By kind: ${kinds.map(({ code, length }) => `${length.toLocaleString('en')} ${code}`).join(', ')}`;
}

function formatDiagnostic(diagnostic: Diagnostic, colorize: Colorize): string {
  const { line, severity, field, message, hint, codeFrame } = diagnostic;
  const location = placeOf(diagnostic);
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
