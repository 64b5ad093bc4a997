import { holdsCiphertext, isSecuredKey, redactStray } from '../../../diagnostics/redact-secrets.ts';

/*
 * A fast parser for the subset of YAML that nearly all content files use: indented mappings and lists, and scalars on
 * one line. It returns exactly what the full parser returns, or `undefined` for any other syntax and for errors.
 * `parse-plain-file.test.ts` compares the two. https://yaml.org/spec/1.2.2/
 */

export interface PlainFile {
  data: Record<string, unknown>;
  body: string;
}

/** Parses a file's fields and body. `undefined` if the full parser is needed. */
export function parsePlainFile(text: string): PlainFile | undefined {
  const start = FENCE.test(text) ? text.indexOf('\n') + 1 : 0;
  const end = text.indexOf('\n---', start - 1);
  const after = start === 0 || end < start ? undefined : CLOSED.exec(text.slice(end + 4, end + MAX_FENCE));
  if (!after) return undefined;
  const source = text.slice(start, end + 1);
  if (UNUSUAL.test(source) || (source.includes('\r') && LONE_RETURN.test(source))) return undefined;
  const data = parsePlainYaml(text, start, end);
  return data && { data, body: redactStray(text.slice(end + 4 + after[0].length)) };
}

const FENCE = /^---[ \t]*\r?\n/;
const CLOSED = /^[ \t]*(?=\r|\n|$)/;
const MAX_FENCE = 80;

/** Control characters and Unicode line separators. Includes tabs, which are not allowed as indentation. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNUSUAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const LONE_RETURN = /\r(?!\n)/;

/** The state of the line reader, which skips blank lines and comments. */
interface Reader {
  text: string;
  /** The offset of the next line. */
  rest: number;
  end: number;
  /** The indentation of the line; -1 after the last line. */
  indent: number;
  /** The offsets of the line's content. */
  from: number;
  to: number;
}

/** Thrown and caught in this file if the full parser is needed. */
const NOT_PLAIN = new Error('not plain');
const MAX_DEPTH = 20;

function parsePlainYaml(text: string, start: number, end: number): Record<string, unknown> | undefined {
  const reader: Reader = { text, rest: start, end, indent: -1, from: start, to: start };
  try {
    readLine(reader);
    const data = reader.indent === 0 ? readMapping(reader, 0, MAX_DEPTH) : undefined;
    return reader.indent === -1 ? data : undefined;
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

function readLine(reader: Reader): void {
  const { text, end } = reader;
  while (reader.rest < end) {
    const start = reader.rest;
    const newline = text.indexOf('\n', start);
    let to = newline < 0 || newline > end ? end : newline;
    reader.rest = to + 1;
    let from = start;
    while (from < to && text.charCodeAt(from) === SPACE) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    if (from === to || text.charCodeAt(from) === HASH) continue;
    reader.indent = from - start;
    reader.from = from;
    reader.to = to;
    return;
  }
  reader.indent = -1;
}

const [SPACE, RETURN, HASH, DASH, COLON] = [0x20, 0x0d, 0x23, 0x2d, 0x3a];
const isBlank = (code: number): boolean => code === SPACE || code === RETURN;

function readMapping(reader: Reader, indent: number, depth: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  while (reader.indent === indent && !isItem(reader)) {
    const name = readName(reader);
    // A duplicate, or the name of a property that every object inherits.
    if (fields[name] !== undefined) throw NOT_PLAIN;
    if (isSecuredKey(name)) skipValue(reader, indent);
    else fields[name] = reader.from === reader.to ? readBlock(reader, indent, depth) : readScalarLine(reader, indent);
  }
  return fields;
}

/** Reads the name in `name: value` or `name:`. The reader is then at the value, which may be empty. */
function readName(reader: Reader): string {
  const { text, from, to } = reader;
  let end = from;
  while (end < to && isNameCode(text.charCodeAt(end))) end += 1;
  const isName = end > from && end < from + MAX_NAME && end < to && text.charCodeAt(end) === COLON;
  const first = text.charCodeAt(from);
  if (!isName || isDigit(first) || first === DASH) throw NOT_PLAIN;
  if (end + 1 < to && text.charCodeAt(end + 1) !== SPACE) throw NOT_PLAIN;
  const name = text.slice(from, end);
  if (holdsCiphertext(text, from, to) && !isSecuredKey(name) && wouldBeRedacted(text.slice(from, to))) throw NOT_PLAIN;
  reader.from = end + 1;
  while (reader.from < to && text.charCodeAt(reader.from) === SPACE) reader.from += 1;
  return names.get(name) ?? internName(name);
}

/** Whether a part of a text would be redacted as the value of `secured`. */
const wouldBeRedacted = (text: string): boolean => redactStray(text) !== text;

/** Interned names. Property access is much faster with the same string object than with an equal one. */
const names = new Map<string, string>();
const MAX_NAMES = 10_000;

function internName(name: string): string {
  if (names.size < MAX_NAMES) names.set(name, name);
  return name;
}

const MAX_NAME = 100;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isNameCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === 0x5f || code === DASH;

const isItem = ({ text, from, to }: Reader): boolean =>
  text.charCodeAt(from) === DASH && from + 1 < to && text.charCodeAt(from + 1) === SPACE;

/** Reads the value of a field on the lines below its name. */
function readBlock(reader: Reader, indent: number, depth: number): unknown {
  if (depth === 0) throw NOT_PLAIN;
  readLine(reader);
  if (reader.indent >= indent && isItem(reader)) return readList(reader, reader.indent, depth - 1);
  return reader.indent > indent ? readMapping(reader, reader.indent, depth - 1) : null;
}

function readList(reader: Reader, indent: number, depth: number): unknown[] {
  const items: unknown[] = [];
  while (reader.indent === indent && isItem(reader)) {
    reader.from += 2;
    if (reader.text.charCodeAt(reader.from) === SPACE || isItem(reader)) throw NOT_PLAIN;
    const text = reader.text.slice(reader.from, reader.to);
    if (IS_FIELD.test(text)) {
      // The mapping begins on the line of the item, two columns to the right of its `-`.
      reader.indent = indent + 2;
      items.push(readMapping(reader, indent + 2, depth));
      if (reader.indent > indent) throw NOT_PLAIN;
    } else {
      if (isSecuredKey(LOOSE_NAME.exec(text)?.[1] ?? '') || wouldBeRedacted(text)) throw NOT_PLAIN;
      items.push(readScalarLine(reader, indent));
    }
  }
  return items;
}

/** A list item that is a mapping. */
const IS_FIELD = /^[\w-]+:(?: |$)/;

/** What `redactFrontMatter` treats as a name, although it is not one in YAML. */
const LOOSE_NAME = /^["']?([A-Za-z_-]{5,9})["']?[ \t]*[:=]/;

/** Reads a scalar that ends on its line. */
function readScalarLine(reader: Reader, indent: number): string | null | [] {
  const scalar = readScalar(reader.text.slice(reader.from, reader.to));
  readLine(reader);
  if (reader.indent > indent) throw NOT_PLAIN;
  return scalar;
}

/** Skips the value of `secured`. */
function skipValue(reader: Reader, indent: number): void {
  if (!ONE_WORD.test(reader.text.slice(reader.from, reader.to))) throw NOT_PLAIN;
  readLine(reader);
  if (reader.indent > indent) throw NOT_PLAIN;
}

const ONE_WORD = /^(?:"[^"\\]*"|'[^']*'|[\w+/=;-]+)$/;

function readScalar(text: string): string | null | [] {
  if (text === '[]') return [];
  const quote = text.charAt(0);
  return quote === '"' || quote === "'" ? readQuoted(text, quote) : readPlain(text);
}

function readQuoted(text: string, quote: string): string {
  const end = text.length - 1;
  if (end < 1 || text.charAt(end) !== quote) throw NOT_PLAIN;
  const inner = text.slice(1, end);
  if (quote === "'") {
    if (/'/.test(inner.replaceAll("''", ''))) throw NOT_PLAIN;
    return inner.replaceAll("''", "'");
  }
  if (!inner.includes('\\') && !inner.includes('"')) return inner;
  // The escapes of JSON have the same meaning in YAML. JSON.parse rejects all others.
  try {
    return JSON.parse(text) as string;
  } catch {
    throw NOT_PLAIN;
  }
}

/** Letters, digits, and the start of paths and negative numbers. */
const PLAIN_START = /^(?:[A-Za-z0-9/.(_+$\u00a1-\u1fff\u3001-\ud7ff]|-\d)/;
const NULL = /^(?:null|Null|NULL)$/;

function readPlain(text: string): string | null {
  if (!PLAIN_START.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':')) throw NOT_PLAIN;
  return NULL.test(text) ? null : text;
}
