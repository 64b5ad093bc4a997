import { quote } from '../../../diagnostics/quote.ts';

/** Describes a value for a message. */
export function describeValue(value: unknown): string {
  const text = scalarText(value);
  return text === undefined ? typeName(value) : quote(text);
}

/** Names the type of a value that is not a scalar. */
export function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return value === null || value === undefined ? 'nothing' : 'nested fields';
}

/** The text of a scalar, as its file spells it; `undefined` for other values. */
export const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
