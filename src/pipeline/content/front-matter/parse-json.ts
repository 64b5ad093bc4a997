import { type ParsedValues, type SyntaxDiagnostic, TOO_DEEP } from '../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../util/defined.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/**
 * Parses JSON with the YAML parser, which reports duplicate keys and keeps the spelling of numbers. `JSON.parse` runs
 * first, because the YAML parser also accepts what is not JSON.
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
    diagnostics: parsed.diagnostics.map(({ message, ...rest }) => ({ ...rest, message: inJson(message) })),
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
 * Finds the first JSON syntax error, token by token. The message of `JSON.parse` quotes the source, and not every
 * version of Node gives a location. https://www.rfc-editor.org/rfc/rfc8259
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
  // At the end of the text, the error is located after the last token.
  const before = source.slice(0, rest === '' ? afterToken : source.length - rest.length);
  const [found, hint] = describeFound(rest, before, expected);
  const lines = before.split(/\r\n|\n|\r/);
  const message = `The JSON cannot be read: expected ${expected}, found ${found}.`;
  const location = { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
  return { code: 'json-syntax', message, ...location, ...defined('hint', hint) };
}

/** What was found and how to fix it. Shows at most one character of the source. */
function describeFound(rest: string, before: string, expected: Expected): [found: string, hint?: string] {
  const [first = ''] = rest;
  if (rest === '') return ['the end', 'Close all open quotes, brackets and braces.'];
  if (first === '"' && expected.startsWith('a comma')) return ['more', 'Put a comma before it.'];
  if (first === '"') {
    const isClosed = /^"(?:[^"\\\r\n]|\\.)*"/.test(rest);
    return isClosed
      ? ['text with a character or an escape that JSON does not allow', 'Write a backslash twice.']
      : ['a quote that is not closed', 'Close the quote.'];
  }
  if (first === "'") return ['a single quote', 'Use double quotes.'];
  if (/^(?:\/\/|\/\*|#)/.test(rest)) return ['a comment', 'Remove it: JSON has no comments.'];
  if (/[}\]]/.test(first) && before.trimEnd().endsWith(',')) {
    return [`\`${first}\` after a comma`, 'Remove the comma.'];
  }
  if (/\d/.test(first) && before.endsWith('0')) {
    return ['a number that begins with `0`', 'Put it in quotes if it is text.'];
  }
  if (/[\p{L}_]/u.test(first)) return ['a word without quotes', 'Put it in double quotes.'];
  return [/[!-~]/.test(first) ? `\`${first}\`` : 'another character'];
}

/** What is expected after a token; `undefined` if the token itself was not expected. */
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
