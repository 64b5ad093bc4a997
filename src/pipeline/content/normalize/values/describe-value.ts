import { quote } from '../../../diagnostics/quote.ts';

/** A value as it appears in a message. */
export function describeValue(value: unknown): string {
  const text = scalarText(value);
  return text === undefined ? typeName(value) : quote(text);
}

/** What a value is, where it is no text. */
export function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return value === null || value === undefined ? 'nothing' : 'fields of its own';
}

/** A scalar as its file spells it. */
export const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
