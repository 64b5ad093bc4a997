import type { Warning } from 'lightningcss';
import { quote } from '../../../diagnostics/quote.ts';
import type { ThemeFault } from './theme-fault.ts';

/** Describes what the parser found. A name that the parser does not know is a warning: browsers may know it. */
export function describeWarning({ type, value, message, loc: { line, column } }: Warning): ThemeFault[] {
  // These are found before, with their reason.
  if (/^Unexpected(?:Import|Namespace)Rule$/.test(type)) return [];
  if (type === 'AtRuleInvalid') {
    const name = String(value);
    if (/^(?:import|namespace)$/i.test(name)) return [];
    // The location is that after the name.
    return [{ ...unknown('an at-rule', `@${name}`), line, column: column - name.length - 1 }];
  }
  const pseudo = unknownPseudo(value);
  if (pseudo !== undefined) return [{ ...unknown('a pseudo-class or pseudo-element', `:${pseudo}`), line, column }];
  return [{ severity: 'error', code: 'bad-css', message: describeError(type, message), line, column }];
}

const unknown = (expected: string, name: string): Omit<ThemeFault, 'line' | 'column'> => ({
  severity: 'warning',
  code: 'unknown-css',
  message: `Expected ${expected} of CSS, found ${quote(name)}; browsers that do not know it ignore the rule.`,
});

function unknownPseudo(value: unknown): string | undefined {
  const { type = '', value: name } = (value ?? {}) as { type?: string; value?: unknown };
  return type.startsWith('UnsupportedPseudo') ? String(name) : undefined;
}

function describeError(type: string, message: string): string {
  if (type === 'EndOfInput') return 'Expected a complete rule or declaration, found its end.';
  const [, token, text] = /^Unexpected token (\w+)(?:\(["'](.*)["']\))?$/s.exec(message) ?? [];
  if (token === undefined) return `Expected valid CSS, found an error: ${message}.`;
  return `Expected a valid rule or declaration, found ${quote(text ?? SIGNS[token] ?? token)}.`;
}

/** The names that the parser has for tokens without a text. */
const SIGNS: Record<string, string> = {
  Colon: ':',
  Semicolon: ';',
  Comma: ',',
  CurlyBracketBlock: '{',
  ParenthesisBlock: '(',
  SquareBracketBlock: '[',
};
