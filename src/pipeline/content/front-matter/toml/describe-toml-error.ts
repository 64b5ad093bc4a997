import type { TomlError } from 'smol-toml';
import type { FieldPath } from '../../../diagnostics/diagnostic.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { SyntaxDiagnostic } from '../../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../../util/defined.ts';
import { findTomlKeys } from './find-toml-keys.ts';

type Words = [what: string, hint?: string];

const QUOTE_IT: Words = [
  'expected a text in quotes, a number, a date, `true`, `false`, a list or a table',
  'Put text in quotes.',
];
const OPEN_QUOTE: Words = ['a quote is opened and never closed', 'Close the quote.'];

/** By the beginning of the parser's message, which goes on to quote the source. */
const WORDS: readonly [RegExp, Words][] = [
  [/^unfinished string/, OPEN_QUOTE],
  [/^unfinished array/, ['a list is opened and never closed', 'Close it with `]`.']],
  [/^unfinished table/, ['an inline table is opened and never closed', 'Close it with `}`.']],
  [/^control characters/, ['a text holds a control character', 'Take it out, or write it as an escape such as `\\t`.']],
  [/^invalid date/, ['expected a date that exists, such as 2026-11-23 or 2026-11-23T06:40:00Z']],
  [/^illegal leading zero/, ['a number cannot begin with `0`', 'Put it in quotes if it is text.']],
  [/^(?:illegal (?:underscore|character in num)|unfinished num)/, ['expected a number', 'Put text in quotes.']],
  [/^invalid value/, QUOTE_IT],
  [
    /escape/,
    ['a backslash is followed by what TOML does not know', 'Write the backslash twice, or use single quotes.'],
  ],
  [
    /^each key-value/,
    ['expected the end of the line, found more', 'Put each field on a line of its own, and text in quotes.'],
  ],
  [/^expected comma/, ['expected a comma or the end of what is in brackets', 'Put a comma between two items.']],
  [/key|table array/, ['expected a line of the form `name = value` or `[name]`']],
];

/** Faults of a value; the others are faults of a line. */
const ABOUT_VALUE =
  /^(?:unfinished|control|invalid|illegal (?:leading|underscore|character in num)|unrecognised|expected comma|each key-value)/;

/** What is wrong with TOML, in words that help and quote nothing, at the place where the publisher's hand is needed. */
export function describeTomlError(error: TomlError, source: string): SyntaxDiagnostic {
  const reason = (error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '');
  const location = { line: error.line - 1, column: error.column - 1 };
  const offset = offsetOf(source, location);
  if (reason.startsWith('trying to redefine')) return { ...describeDouble(source, offset), ...location };
  const opening =
    reason.startsWith('control') && /[\r\n]/.test(source[offset] ?? '') ? openQuote(source, offset) : undefined;
  if (opening !== undefined) location.column -= offset - opening;
  const [, words] = WORDS.find(([pattern]) => pattern.test(reason)) ?? [];
  const [what, hint] = opening === undefined ? (words ?? ['expected lines of the form `name = value`']) : OPEN_QUOTE;
  const path = ABOUT_VALUE.test(reason) ? fieldAt(source, opening ?? offset) : undefined;
  const message = `The TOML cannot be read: ${what}.`;
  return { code: 'toml-syntax', message, ...location, ...defined('path', path), ...defined('hint', hint) };
}

function describeDouble(source: string, offset: number) {
  const [name] = [...findTomlKeys(source)].find(([, { key }]) => key === offset) ?? [];
  const found = name === undefined ? 'one' : quote(name);
  return {
    code: 'duplicate-key',
    message: `Expected each field once, found ${found} twice.`,
    ...defined('path', name === undefined ? undefined : [name]),
    hint: 'Keep one of the two.',
  };
}

/** The field whose value begins last before `offset`. */
function fieldAt(source: string, offset: number): FieldPath | undefined {
  let field: { name: string; value: number } | undefined;
  for (const [name, { value }] of findTomlKeys(source)) {
    if (value <= offset && value >= (field?.value ?? 0)) field = { name, value };
  }
  return field && [field.name];
}

/** The quote that is still open where its line ends. */
function openQuote(source: string, lineEnd: number): number | undefined {
  const start = Math.max(source.lastIndexOf('\n', lineEnd - 1), source.lastIndexOf('\r', lineEnd - 1)) + 1;
  const line = source.slice(start, lineEnd);
  for (const { 0: found, index } of line.matchAll(/"(?:[^"\\]|\\.)*("?)|'[^']*('?)/g)) {
    if (found.length === 1 || !found.endsWith(found[0] ?? '')) return start + index;
  }
  return undefined;
}

/** The parser counts lines that end in LF or CRLF. */
function offsetOf(source: string, { line, column }: { line: number; column: number }): number {
  let start = 0;
  for (let count = 0; count < line; count += 1) start = source.indexOf('\n', start) + 1;
  return start + column;
}
