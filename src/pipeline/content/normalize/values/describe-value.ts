import { quote } from '../../../diagnostics/quote.ts';

/** A value as it appears in a message. */
export function describe(value: unknown): string {
  const text = spelling(value);
  return text === undefined ? kindOf(value) : quote(text);
}

/** What a value is, where it is no text. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return value === null || value === undefined ? 'nothing' : 'fields of its own';
}

/** A scalar as its file spells it. */
export const spelling = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
