import type { TomlError } from 'smol-toml';
import type { FieldPath } from '../../../diagnostics/diagnostic.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { SyntaxDiagnostic } from '../../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../../util/defined.ts';
import { findTomlKeys } from './find-toml-keys.ts';

type Description = [reason: string, hint?: string];

const QUOTE_IT: Description = [
  'expected text in quotes, a number, a date, `true`, `false`, a list or a table',
  'Put text in quotes.',
];
const OPEN_QUOTE: Description = ['a quote is not closed', 'Close the quote.'];

/** By the start of the parser's message. The rest of the message quotes the source, so it is not used. */
const DESCRIPTIONS: readonly [RegExp, Description][] = [
  [/^unfinished string/, OPEN_QUOTE],
  [/^unfinished array/, ['a list is not closed', 'Close it with `]`.']],
  [/^unfinished table/, ['an inline table is not closed', 'Close it with `}`.']],
  [/^control characters/, ['text contains a control character', 'Remove it, or write it as an escape such as `\\t`.']],
  [/^invalid date/, ['expected a date that exists, such as 2026-11-23 or 2026-11-23T06:40:00Z']],
  [/^illegal leading zero/, ['a number cannot begin with `0`', 'Put it in quotes if it is text.']],
  [/^(?:illegal (?:underscore|character in num)|unfinished num)/, ['expected a number', 'Put text in quotes.']],
  [/^invalid value/, QUOTE_IT],
  [/escape/, ['a backslash begins an unknown escape', 'Write the backslash twice, or use single quotes.']],
  [
    /^each key-value/,
    ['expected the end of the line, found more', 'Put each field on a line of its own, and text in quotes.'],
  ],
  [/^expected comma/, ['expected a comma or a closing bracket', 'Put a comma between two items.']],
  [/key|table array/, ['expected a line of the form `name = value` or `[name]`']],
];

/** Errors in the value of a field. Other errors are about a line. */
const VALUE_ERROR =
  /^(?:unfinished|control|invalid|illegal (?:leading|underscore|character in num)|unrecognised|expected comma|each key-value)/;

/** Describes an error of the TOML parser without quoting the source, located where the publisher can fix it. */
export function describeTomlError(error: TomlError, source: string): SyntaxDiagnostic {
  const reason = (error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '');
  const location = { line: error.line - 1, column: error.column - 1 };
  const offset = offsetOf(source, location);
  if (reason.startsWith('trying to redefine')) return { ...describeDuplicate(source, offset), ...location };
  const opening =
    reason.startsWith('control') && /[\r\n]/.test(source[offset] ?? '') ? openQuote(source, offset) : undefined;
  if (opening !== undefined) location.column -= offset - opening;
  const [, description] = DESCRIPTIONS.find(([pattern]) => pattern.test(reason)) ?? [];
  const [problem, hint] =
    opening === undefined ? (description ?? ['expected lines of the form `name = value`']) : OPEN_QUOTE;
  const path = VALUE_ERROR.test(reason) ? fieldAt(source, opening ?? offset) : undefined;
  const message = `The TOML cannot be read: ${problem}.`;
  return { code: 'toml-syntax', message, ...location, ...defined('path', path), ...defined('hint', hint) };
}

function describeDuplicate(source: string, offset: number) {
  const [name] = [...findTomlKeys(source)].find(([, { key }]) => key === offset) ?? [];
  const found = name === undefined ? 'one' : quote(name);
  return {
    code: 'duplicate-key',
    message: `Expected each field once, found ${found} twice.`,
    ...defined('path', name === undefined ? undefined : [name]),
    hint: 'Remove one of them.',
  };
}

/** The last field whose value begins before `offset`. */
function fieldAt(source: string, offset: number): FieldPath | undefined {
  let field: { name: string; value: number } | undefined;
  for (const [name, { value }] of findTomlKeys(source)) {
    if (value <= offset && value >= (field?.value ?? 0)) field = { name, value };
  }
  return field && [field.name];
}

/** The offset of the quote that is not closed on its line. */
function openQuote(source: string, lineEnd: number): number | undefined {
  const start = Math.max(source.lastIndexOf('\n', lineEnd - 1), source.lastIndexOf('\r', lineEnd - 1)) + 1;
  const line = source.slice(start, lineEnd);
  for (const { 0: found, index } of line.matchAll(/"(?:[^"\\]|\\.)*("?)|'[^']*('?)/g)) {
    if (found.length === 1 || !found.endsWith(found[0] ?? '')) return start + index;
  }
  return undefined;
}

/** The offset of a line and column. The parser counts lines that end in LF or CRLF. */
function offsetOf(source: string, { line, column }: { line: number; column: number }): number {
  let start = 0;
  for (let count = 0; count < line; count += 1) start = source.indexOf('\n', start) + 1;
  return start + column;
}
