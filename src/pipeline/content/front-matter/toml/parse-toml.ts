import { parse, TomlDate, TomlError } from 'smol-toml';
import { type FieldPath, fieldName } from '../../../diagnostics/diagnostic.ts';
import { MAX_DEPTH, type ParsedValues, TOO_DEEP } from '../../../diagnostics/syntax-diagnostic.ts';
import { describeTomlError } from './describe-toml-error.ts';
import { findTomlKeys, type TomlKey } from './find-toml-keys.ts';

/** TOML, with its numbers, truth values and dates as the source spells them. */
export function parseToml(source: string): ParsedValues {
  // TOML knows no line that ends in CR alone, old editors do.
  const text = source.replace(/\r(?!\n)/g, '\n');
  try {
    const values = parse(text, { integersAsBigInt: true });
    spellScalars(values, findTomlKeys(text));
    return { values };
  } catch (error) {
    return { diagnostics: [error instanceof TomlError ? describeTomlError(error, text) : TOO_DEEP] };
  }
}

/**
 * Replaces numbers, truth values and dates by their spelling. The parser turns 30 February into 2 March, so its own
 * idea of a date is used only where the source cannot be found.
 */
function spellScalars(root: object, keys: Map<string, TomlKey>): void {
  const open: { record: Record<string, unknown>; path: FieldPath }[] = [
    { record: root as Record<string, unknown>, path: [] },
  ];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.path.length > MAX_DEPTH) continue;
    for (const [key, value] of Object.entries(at.record)) {
      const path = [...at.path, Array.isArray(at.record) ? Number(key) : key];
      const scalarText = spellingOf(value);
      if (scalarText !== undefined) {
        at.record[key] = keys.get(fieldName(path))?.text || scalarText;
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
