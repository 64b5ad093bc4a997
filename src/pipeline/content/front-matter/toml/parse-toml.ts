import { parse, TomlDate, TomlError } from 'smol-toml';
import { type FieldPath, fieldName } from '../../../diagnostics/diagnostic.ts';
import { MAX_DEPTH, type ParsedValues, TOO_DEEP } from '../../../diagnostics/syntax-diagnostic.ts';
import { describeTomlError } from './describe-toml-error.ts';
import { findTomlKeys, type TomlKey } from './find-toml-keys.ts';

/** Parses TOML. Numbers, booleans and dates become text as the source spells them. */
export function parseToml(source: string): ParsedValues {
  // A lone CR is not a line end in TOML, but old editors write it.
  const text = source.replace(/\r(?!\n)/g, '\n');
  try {
    const values = parse(text, { integersAsBigInt: true });
    restoreSpelling(values, findTomlKeys(text));
    return { values };
  } catch (error) {
    return { diagnostics: [error instanceof TomlError ? describeTomlError(error, text) : TOO_DEEP] };
  }
}

/**
 * Replaces numbers, booleans and dates with their text in the source. The parser changes 30 February to 2 March, so its
 * value is used only if the text is not found.
 */
function restoreSpelling(root: object, keys: Map<string, TomlKey>): void {
  const open: { record: Record<string, unknown>; path: FieldPath }[] = [
    { record: root as Record<string, unknown>, path: [] },
  ];
  for (let current = open.pop(); current; current = open.pop()) {
    if (current.path.length > MAX_DEPTH) continue;
    for (const [key, value] of Object.entries(current.record)) {
      const path = [...current.path, Array.isArray(current.record) ? Number(key) : key];
      const parsedText = textOf(value);
      if (parsedText !== undefined) {
        current.record[key] = keys.get(fieldName(path))?.text || parsedText;
      } else if (typeof value === 'object' && value !== null) {
        open.push({ record: value as Record<string, unknown>, path });
      }
    }
  }
}

/** The text of a parsed number, boolean or date; `undefined` for a string or a collection. */
function textOf(value: unknown): string | undefined {
  if (value instanceof TomlDate) return value.toISOString();
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
