/** A key of TOML and its value: where they stand, as offsets, and what the value looks like. */
export interface TomlKey {
  key: number;
  value: number;
  text: string;
}

/** What is being read, how far, and what was found. */
interface Reading {
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
 * Finds the keys of valid TOML, of its tables, inline tables and arrays too, by the path as messages write it:
 * `related[2].webUrl`. What is not valid is passed over. https://toml.io/en/v1.0.0
 */
export function findTomlKeys(source: string): Map<string, TomlKey> {
  const reading: Reading = { source, at: 0, found: new Map() };
  const counts = new Map<string, number>();
  let table = '';
  for (skip(reading, BLANK); reading.at < source.length; skip(reading, BLANK)) {
    const opening = skip(reading, OPENING);
    if (opening === '') readPair(reading, table);
    else table = readHeader(reading, opening, counts);
    skip(reading, REST_OF_LINE);
  }
  return reading.found;
}

/** `[provider]` and `[[related]]`: the table in which the keys below it stand. */
function readHeader(reading: Reading, opening: string, counts: Map<string, number>): string {
  const start = reading.at - opening.length;
  skip(reading, SPACE);
  const key = reading.at;
  const names = readNames(reading).map(({ name }) => name);
  const whole = names.join('.');
  if (opening === '[[') counts.set(whole, (counts.get(whole) ?? -1) + 1);
  const table = withIndices(names, counts);
  reading.found.set(table, { key, value: start, text: '' });
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

/** `provider.name = "…"` stands for `provider` as well. */
function readPair(reading: Reading, table: string): void {
  const names = readNames(reading);
  skip(reading, SPACE);
  if (names.length === 0 || reading.source[reading.at] !== '=') return;
  reading.at += 1;
  skip(reading, SPACE);
  const value = reading.at;
  let path = table;
  for (const { name, at } of names) {
    path = path === '' ? name : `${path}.${name}`;
    if (!reading.found.has(path)) reading.found.set(path, { key: at, value, text: '' });
  }
  const text = readValue(reading, path);
  reading.found.set(path, { key: names[0]?.at ?? value, value, text });
}

function readNames(reading: Reading): { name: string; at: number }[] {
  const names: { name: string; at: number }[] = [];
  do {
    const at = reading.at;
    const name = skip(reading, NAME);
    if (name !== '') names.push({ name: name.replace(/^(["'])(.*)\1$/, '$2'), at });
  } while (skip(reading, DOT) !== '');
  return names;
}

/** Reads a value, with all that stands in it; gives the text of one that is no text and holds nothing. */
function readValue(reading: Reading, path: string): string {
  const first = reading.source[reading.at];
  if (first === '"' || first === "'") reading.at = endOfText(reading.source, reading.at, first);
  else if (first === '[') readItems(reading, ']', (index) => readItem(reading, `${path}[${index}]`));
  else if (first === '{') readItems(reading, '}', () => readPair(reading, path));
  else return skip(reading, PLAIN).trim();
  return '';
}

function readItem(reading: Reading, path: string): void {
  const value = reading.at;
  const text = readValue(reading, path);
  reading.found.set(path, { key: value, value, text });
}

function readItems(reading: Reading, closing: string, read: (index: number) => void): void {
  reading.at += 1;
  for (let index = 0; reading.at < reading.source.length; index += 1) {
    skip(reading, BLANK);
    const before = reading.at;
    if (reading.source[before] !== closing) read(index);
    skip(reading, BLANK);
    const next = reading.source[reading.at];
    if (next === ',' || next === closing) reading.at += 1;
    if (next === closing || reading.at === before) return;
  }
}

/** A text ends at its quote mark, or at three of them, before which up to two more may stand. */
function endOfText(source: string, start: number, quoteMark: string): number {
  const tripled = quoteMark.repeat(3);
  const mark = source.startsWith(tripled, start) ? tripled : quoteMark;
  let at = start + mark.length;
  while (at < source.length && !source.startsWith(mark, at)) at += quoteMark === '"' && source[at] === '\\' ? 2 : 1;
  at += mark.length;
  while (mark === tripled && source[at] === quoteMark) at += 1;
  return Math.min(at, source.length);
}

/** Goes on behind what the pattern finds here, and gives that. */
function skip(reading: Reading, pattern: RegExp): string {
  pattern.lastIndex = reading.at;
  const [found = ''] = pattern.exec(reading.source) ?? [];
  reading.at += found.length;
  return found;
}
