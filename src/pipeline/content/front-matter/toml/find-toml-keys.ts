/** The offsets of a TOML key and its value, and the text of a value that is not a string or a collection. */
export interface TomlKey {
  key: number;
  value: number;
  text: string;
}

/** The state of the scanner: `at` is the current offset. */
interface Scanner {
  source: string;
  at: number;
  found: Map<string, TomlKey>;
}

const BLANK = /(?:[ \t\r\n]|#[^\r\n]*)*/y;
const SPACE = /[ \t]*/y;
const OPENING = /\[\[?/y;
const NAME = /[\w-]+|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'/y;
const DOT = /[ \t]*\.[ \t]*/y;
const PLAIN = /[^,\]}#\r\n]*/y;
const REST_OF_LINE = /[^\r\n]*/y;

/**
 * Finds the keys of valid TOML, also in tables, inline tables and arrays, by their path as in messages:
 * `related[2].webUrl`. Skips invalid parts. https://toml.io/en/v1.0.0
 */
export function findTomlKeys(source: string): Map<string, TomlKey> {
  const scanner: Scanner = { source, at: 0, found: new Map() };
  const counts = new Map<string, number>();
  let table = '';
  for (skip(scanner, BLANK); scanner.at < source.length; skip(scanner, BLANK)) {
    const opening = skip(scanner, OPENING);
    if (opening === '') readPair(scanner, table);
    else table = readHeader(scanner, opening, counts);
    skip(scanner, REST_OF_LINE);
  }
  return scanner.found;
}

/** Reads a header, `[provider]` or `[[related]]`, and returns the path of the table for the keys below it. */
function readHeader(scanner: Scanner, opening: string, counts: Map<string, number>): string {
  const start = scanner.at - opening.length;
  skip(scanner, SPACE);
  const key = scanner.at;
  const names = readNames(scanner).map(({ name }) => name);
  const whole = names.join('.');
  if (opening === '[[') counts.set(whole, (counts.get(whole) ?? -1) + 1);
  const table = withIndices(names, counts);
  scanner.found.set(table, { key, value: start, text: '' });
  return table;
}

/** `related.provider` below the third `[[related]]` is `related[2].provider`. */
function withIndices(names: readonly string[], counts: ReadonlyMap<string, number>): string {
  return names
    .map((name, index) => {
      const count = counts.get(names.slice(0, index + 1).join('.'));
      return count === undefined ? name : `${name}[${count}]`;
    })
    .join('.');
}

/** Reads a pair. `provider.name = "…"` also defines `provider`. */
function readPair(scanner: Scanner, table: string): void {
  const names = readNames(scanner);
  skip(scanner, SPACE);
  if (names.length === 0 || scanner.source[scanner.at] !== '=') return;
  scanner.at += 1;
  skip(scanner, SPACE);
  const value = scanner.at;
  let path = table;
  for (const { name, at } of names) {
    path = path === '' ? name : `${path}.${name}`;
    if (!scanner.found.has(path)) scanner.found.set(path, { key: at, value, text: '' });
  }
  const text = readValue(scanner, path);
  scanner.found.set(path, { key: names[0]?.at ?? value, value, text });
}

function readNames(scanner: Scanner): { name: string; at: number }[] {
  const names: { name: string; at: number }[] = [];
  do {
    const at = scanner.at;
    const name = skip(scanner, NAME);
    if (name !== '') names.push({ name: name.replace(/^(["'])(.*)\1$/, '$2'), at });
  } while (skip(scanner, DOT) !== '');
  return names;
}

/** Reads a value and the keys in it. Returns the text of a number, boolean or date, else an empty string. */
function readValue(scanner: Scanner, path: string): string {
  const first = scanner.source[scanner.at];
  if (first === '"' || first === "'") scanner.at = endOfText(scanner.source, scanner.at, first);
  else if (first === '[') readItems(scanner, ']', (index) => readItem(scanner, `${path}[${index}]`));
  else if (first === '{') readItems(scanner, '}', () => readPair(scanner, path));
  else return skip(scanner, PLAIN).trim();
  return '';
}

function readItem(scanner: Scanner, path: string): void {
  const value = scanner.at;
  const text = readValue(scanner, path);
  scanner.found.set(path, { key: value, value, text });
}

function readItems(scanner: Scanner, closing: string, read: (index: number) => void): void {
  scanner.at += 1;
  for (let index = 0; scanner.at < scanner.source.length; index += 1) {
    skip(scanner, BLANK);
    const before = scanner.at;
    if (scanner.source[before] !== closing) read(index);
    skip(scanner, BLANK);
    const next = scanner.source[scanner.at];
    if (next === ',' || next === closing) scanner.at += 1;
    if (next === closing || scanner.at === before) return;
  }
}

/** A multi-line string ends with three quotes, but may have one or two more before them. */
function endOfText(source: string, start: number, quoteMark: string): number {
  const tripled = quoteMark.repeat(3);
  const mark = source.startsWith(tripled, start) ? tripled : quoteMark;
  let at = start + mark.length;
  while (at < source.length && !source.startsWith(mark, at)) at += quoteMark === '"' && source[at] === '\\' ? 2 : 1;
  at += mark.length;
  while (mark === tripled && source[at] === quoteMark) at += 1;
  return Math.min(at, source.length);
}

/** Advances past what a sticky pattern matches at the current offset, and returns it. */
function skip(scanner: Scanner, pattern: RegExp): string {
  pattern.lastIndex = scanner.at;
  const [found = ''] = pattern.exec(scanner.source) ?? [];
  scanner.at += found.length;
  return found;
}
