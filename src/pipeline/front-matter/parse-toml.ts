import { parse, TomlDate, TomlError } from 'smol-toml';
import { fieldName } from '../issue.ts';
import { MAX_DEPTH } from './guard-values.ts';
import { type ParsedValues, TOO_DEEP } from './syntax-fault.ts';

/** TOML, with its numbers, truth values and dates as the source spells them. */
export function parseToml(source: string): ParsedValues {
  // TOML knows no line that ends in CR alone, old editors do.
  const text = source.replace(/\r(?!\n)/g, '\n');
  try {
    const values = parse(text, { integersAsBigInt: true });
    spellScalars(values, findTomlKeys(text));
    return { values };
  } catch (error) {
    if (!(error instanceof TomlError)) {
      return { faults: [TOO_DEEP] };
    }
    // After its first line the parser's message quotes the source; so may the first.
    const reason = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: |["'`<:].*$/g, '');
    const place = { line: error.line - 1, column: error.column - 1 };
    return { faults: [{ code: 'toml-syntax', message: `The TOML cannot be read: ${reason.trim()}.`, ...place }] };
  }
}

/** A `key = value` line: where the key and its value stand, from 0, and what follows the equals sign. */
export interface TomlKey {
  line: number;
  column: number;
  valueColumn: number;
  value: string;
}

const NAME = /(?:[\w-]+|"[^"]*"|'[^']*')/.source;
/** Names with dots between them. */
const NAMES = `${NAME}(?:[ \\t]*\\.[ \\t]*${NAME})*`;
const TABLE = new RegExp(`^[ \\t]*(\\[\\[?)[ \\t]*(${NAMES})[ \\t]*\\]`);
const FIELD = new RegExp(`^(([ \\t]*)(${NAMES})[ \\t]*=[ \\t]*)(.*)$`);
/** Finds keys and the tables they stand in, by the path as messages write it: `related[2].webUrl`. */
export function findTomlKeys(source: string): Map<string, TomlKey> {
  const found = new Map<string, TomlKey>();
  const counts = new Map<string, number>();
  let table = '';
  for (const [line, text] of withoutLongTexts(source)
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, bracket, tableName = ''] = TABLE.exec(text) ?? [];
    const [, start = '', indent = '', keyName = '', value = ''] = FIELD.exec(text) ?? [];
    if (bracket) {
      const name = withoutQuotes(tableName);
      if (bracket === '[[') counts.set(name, (counts.get(name) ?? -1) + 1);
      table = withIndices(name, counts);
      const column = text.indexOf('[');
      found.set(table, { line, column, valueColumn: column, value: '' });
    } else if (keyName) {
      const key = withoutQuotes(keyName);
      found.set(table === '' ? key : `${table}.${key}`, {
        line,
        column: indent.length,
        valueColumn: start.length,
        value,
      });
    }
  }
  return found;
}

const LONG_TEXT = /"{3}|'{3}/g;
const ENDS: Record<string, RegExp> = { '"""': /(?:\\[^]|[^\\])*?"{3}/y, "'''": /[^]*?'{3}/y };

/** Texts of several lines may hold what looks like fields: blanks take their place. */
function withoutLongTexts(source: string): string {
  let [text, from] = ['', 0];
  for (const { 0: opening, index } of source.matchAll(LONG_TEXT)) {
    const end = ENDS[opening];
    if (!end || index < from) continue;
    end.lastIndex = index + opening.length;
    if (!end.test(source)) break;
    text += source.slice(from, index) + source.slice(index, end.lastIndex).replace(/[^\r\n]/g, ' ');
    from = end.lastIndex;
  }
  return text + source.slice(from);
}

const withoutQuotes = (names: string): string =>
  Array.from(names.matchAll(new RegExp(NAME, 'g')), ([name]) => name.replace(/^["']|["']$/g, '')).join('.');

/** `related.provider` below the third `[[related]]` is `related[2].provider`. */
function withIndices(table: string, counts: ReadonlyMap<string, number>): string {
  const parts = table.split('.');
  if (parts.length > MAX_DEPTH) return table;
  const named = parts.map((part, index) => {
    const count = counts.get(parts.slice(0, index + 1).join('.'));
    return count === undefined ? part : `${part}[${count}]`;
  });
  return named.join('.');
}

/**
 * Replaces numbers, truth values and dates by their spelling. The parser turns 30 February into 2 March, so its own
 * idea of a date is used only where the source cannot be found.
 */
function spellScalars(root: object, keys: Map<string, TomlKey>): void {
  const open: { record: Record<string, unknown>; path: (string | number)[] }[] = [
    { record: root as Record<string, unknown>, path: [] },
  ];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.path.length > MAX_DEPTH) continue;
    for (const [key, value] of Object.entries(at.record)) {
      const path = [...at.path, Array.isArray(at.record) ? Number(key) : key];
      const spelling = spellingOf(value);
      if (spelling !== undefined) {
        at.record[key] = keys.get(fieldName(path))?.value.split('#', 1)[0]?.trim() || spelling;
      } else if (typeof value === 'object' && value !== null) {
        open.push({ record: value as Record<string, unknown>, path });
      }
    }
  }
}

/** What is neither text nor a collection, as the parser understood it. */
function spellingOf(value: unknown): string | undefined {
  if (value instanceof TomlDate) return value.toISOString();
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
