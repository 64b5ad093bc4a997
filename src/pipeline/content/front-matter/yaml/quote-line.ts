import { holdsCiphertext, isSecuredKey } from '../../../diagnostics/redact-secrets.ts';

/** A field with a value on its line. */
const FIELD_LINE = /^([ \t]*(?:- +)?)([\w-]+)[ \t]*:[ \t]+(\S.*)$/;
const COMMENT = /[ \t]+# .*$/;
const CONTROL = /\p{Cc}/u;
const MAX_LENGTH = 200;

/** A line of YAML, with a value in quotes. */
export interface QuotedLine {
  name: string;
  line: string;
}

/**
 * The line at an offset with its whole value in quotes, for a hint. `undefined` if it is no field, if its value goes on
 * in the next line, if it is long, or if it may contain a secret.
 */
export function quotedLineAt(source: string, offset: number): QuotedLine | undefined {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const [line = '', next = ''] = source.slice(start, start + 2 * MAX_LENGTH).split(/\r?\n/, 2);
  const [, indent = '', name = '', rest = ''] = FIELD_LINE.exec(line) ?? [];
  const goesOn = next.trim() !== '' && indentOf(next) > indent.length;
  if (name === '' || goesOn || line.length > MAX_LENGTH || CONTROL.test(line) || mayHoldSecret(source, line, indent))
    return undefined;
  const comment = COMMENT.exec(rest)?.[0] ?? '';
  const value = rest.slice(0, rest.length - comment.length).trimEnd();
  return { name, line: `${indent.trimStart()}${name}: ${quoteYaml(withoutOuterQuotes(value))}${comment.trimEnd()}` };
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/** A line may contain a secret if it names one, if it looks like ciphertext, or if it can be inside of one. */
function mayHoldSecret(source: string, line: string, indent: string): boolean {
  if (holdsCiphertext(line, 0, line.length)) return true;
  const text = indent === '' ? line : source;
  return (text.match(/[A-Za-z_-]{5,}/g) ?? []).some(isSecuredKey);
}

/**
 * The text of a value that someone put in quotes although it contains the same quotes. They belong to the text if the
 * next quote ends a word: `"Yes" and "No"`.
 */
function withoutOuterQuotes(value: string): string {
  const [mark = ''] = value;
  if (value.length < 2 || !/["']/.test(mark) || !value.endsWith(mark)) return value;
  const inner = value.slice(1, -1);
  const second = inner.indexOf(mark);
  return second === -1 || /^[\p{L}\p{N}]/u.test(inner.slice(second + 1)) ? inner : value;
}

/** Single quotes need no escape for a backslash. */
const quoteYaml = (text: string): string => (/["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`);
