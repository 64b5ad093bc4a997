import { type ParsedValues, type SyntaxDiagnostic, TOO_DEEP } from '../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../util/defined.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/**
 * JSON is YAML as well, and the YAML parser sees doubled keys and keeps the spelling of numbers, which `JSON.parse`
 * loses. But it takes more than JSON, so `JSON.parse` has to agree first.
 */
export function parseJson(source: string): ParsedValues {
  try {
    JSON.parse(source);
  } catch (error) {
    return { diagnostics: [error instanceof RangeError ? TOO_DEEP : findJsonError(source)] };
  }
  const parsed = parseYaml(source);
  if (!('diagnostics' in parsed)) return parsed;
  return {
    ...parsed,
    diagnostics: parsed.diagnostics.map(({ message, ...at }) => ({ ...at, message: inJson(message) })),
  };
}

const inJson = (message: string): string => message.replace('YAML', 'JSON');

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a string may not hold them
  /\s*(?:([[{])|([\]}])|(,)|(:)|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expected =
  | 'a value'
  | 'a value or `]`'
  | 'a name in quotes'
  | 'a name in quotes or `}`'
  | 'a colon'
  | 'a comma or the end';

/**
 * Finds where text stops being JSON, token by token: the engine's message quotes the source, and not every version
 * says where. https://www.rfc-editor.org/rfc/rfc8259
 */
function findJsonError(source: string): SyntaxDiagnostic {
  const open: string[] = [];
  let expected: Expected = 'a value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    const next: Expected | undefined = token ? advance(expected, token, open) : undefined;
    if (!token || next === undefined) break;
    expected = next;
    at = TOKEN.lastIndex;
  }
  return errorAt(source, at, expected);
}

function errorAt(source: string, afterToken: number, expected: Expected): SyntaxDiagnostic {
  const rest = source.slice(afterToken).trimStart();
  // What is missing at the end is missing after the last token.
  const before = source.slice(0, rest === '' ? afterToken : source.length - rest.length);
  const [found, hint] = wordsFor(rest, before, expected);
  const lines = before.split(/\r\n|\n|\r/);
  const message = `The JSON cannot be read: expected ${expected}, found ${found}.`;
  const location = { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
  return { code: 'json-syntax', message, ...location, ...defined('hint', hint) };
}

/** What was found, and how to mend it. Of the source no more than one character is shown. */
function wordsFor(rest: string, before: string, expected: Expected): [found: string, hint?: string] {
  const [first = ''] = rest;
  if (rest === '') return ['the end', 'Close what is open.'];
  if (first === '"' && expected.startsWith('a comma')) return ['more', 'Put a comma before it.'];
  if (first === '"') {
    const isClosed = /^"(?:[^"\\\r\n]|\\.)*"/.test(rest);
    return isClosed
      ? ['a text with a character or an escape that JSON does not know', 'Write a backslash twice.']
      : ['a quote that is never closed', 'Close the quote.'];
  }
  if (first === "'") return ['a single quote', 'Use double quotes.'];
  if (/^(?:\/\/|\/\*|#)/.test(rest)) return ['a comment', 'Take it out: JSON has none.'];
  if (/[}\]]/.test(first) && before.trimEnd().endsWith(',')) {
    return [`\`${first}\` after a comma`, 'Take the comma out.'];
  }
  if (/\d/.test(first) && before.endsWith('0')) {
    return ['a number that begins with `0`', 'Put it in quotes if it is text.'];
  }
  if (/[\p{L}_]/u.test(first)) return ['a word without quotes', 'Put it in double quotes.'];
  return [/[!-~]/.test(first) ? `\`${first}\`` : 'another character'];
}

/** What may come after a token, or nothing when the token itself was not expected. */
function advance(expected: Expected, token: RegExpExecArray, open: string[]): Expected | undefined {
  const [, opening, closing, comma, colon, text, scalar] = token;
  const isValue = expected.startsWith('a value');
  const isName = expected.startsWith('a name');
  if (opening && isValue) {
    open.push(opening);
    return opening === '{' ? 'a name in quotes or `}`' : 'a value or `]`';
  }
  if (closing && (expected.endsWith(`\`${closing}\``) || expected === 'a comma or the end')) {
    const isMatch = open.pop() === (closing === '}' ? '{' : '[');
    return isMatch ? 'a comma or the end' : undefined;
  }
  if (comma && expected === 'a comma or the end' && open.length > 0) {
    return open.at(-1) === '{' ? 'a name in quotes' : 'a value';
  }
  if (colon && expected === 'a colon') return 'a value';
  if (text && isName) return 'a colon';
  return (text || scalar) && isValue ? 'a comma or the end' : undefined;
}
