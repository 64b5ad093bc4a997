import type { YAMLParseError } from 'yaml';
import type { SyntaxDiagnostic } from '../../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../../util/defined.ts';

/** The text of an error. `about`: the error is located at the name of a field, or in the value of one. */
export interface YamlErrorText extends Pick<SyntaxDiagnostic, 'code' | 'message' | 'hint'> {
  about?: 'name' | 'value';
}

interface ErrorContext {
  source: string;
  /** The offset of a quote or bracket that is open at the error. */
  opening: number | undefined;
  errors: readonly YAMLParseError[];
}

/** Describes an error of the YAML parser without quoting the source, located where the publisher can fix it. */
export function describeYamlError(error: YAMLParseError, context: ErrorContext): YamlErrorText & { offset: number } {
  return describeOpening(error, context) ?? describeIndent(error, context) ?? describeByCode(error, context);
}

type Described = YamlErrorText & { offset: number };

const syntaxError = (offset: number, problem: string, hint?: string): Described => ({
  offset,
  code: 'yaml-syntax',
  message: `The YAML cannot be read: ${problem}.`,
  ...defined('hint', hint),
});

const valueError = (offset: number, problem: string, hint: string): Described => ({
  ...syntaxError(offset, problem, hint),
  about: 'value',
});

function describeOpening({ code, message }: YAMLParseError, { source, opening }: ErrorContext): Described | undefined {
  if (opening === undefined) return undefined;
  if (code === 'MISSING_CHAR' && message.startsWith('Missing closing'))
    return valueError(opening, 'a quote is not closed', 'Close the quote.');
  if (code !== 'BAD_INDENT' || !message.startsWith('Flow')) return undefined;
  const closing = source[opening] === '[' ? ']' : '}';
  return valueError(
    opening,
    'a bracket is not closed, or a line in it is not indented',
    `Close it with \`${closing}\`.`,
  );
}

const SAME_INDENT = 'Indent it like the other fields.';

function describeIndent(error: YAMLParseError, { source, errors }: ErrorContext): Described | undefined {
  const { code, message } = error;
  const [offset] = error.pos;
  if (code === 'TAB_AS_INDENT') {
    return syntaxError(offset, 'expected an indentation of spaces, found a tab', 'Indent with spaces.');
  }
  if (code === 'BAD_INDENT' && message.startsWith('All')) {
    return syntaxError(
      skipBlanks(source, offset),
      'the indentation of the line differs from the lines above it',
      SAME_INDENT,
    );
  }
  // The parser joins a value with a field on the next line that is indented further.
  const isLong = errors.some((other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === offset);
  const below = code === 'BLOCK_AS_IMPLICIT_KEY' && isLong ? fieldBelow(source, offset) : undefined;
  if (below === undefined) return undefined;
  return syntaxError(below, 'the line is indented further than the field above it', SAME_INDENT);
}

/** The offset of the first field on the lines below `offset`; `undefined` if there is one on the rest of its line. */
function fieldBelow(source: string, offset: number): number | undefined {
  let start = offset;
  for (const line of source.slice(offset, offset + 2_000).split('\n')) {
    if (/:(?:\s|$)/.test(line)) return start === offset ? undefined : skipBlanks(source, start);
    start += line.length + 1;
  }
  return undefined;
}

const skipBlanks = (source: string, offset: number): number =>
  offset + (/^[ \t]*/.exec(source.slice(offset, offset + 500))?.[0].length ?? 0);

const QUOTE_IT = 'Put a value that contains `: ` or quotes in quotes.';

type Describe = (diagnostic: { offset: number; source: string; rest: string; message: string }) => Described;

function describeByCode({ code, message, pos: [offset] }: YAMLParseError, { source }: ErrorContext): Described {
  const describe: Describe = BY_CODE[code] ?? (({ rest }) => describeLine(offset, rest));
  return describe({ offset, source, rest: source.slice(offset, offset + 200), message });
}

const BY_CODE: { [Code in YAMLParseError['code']]?: Describe } = {
  BLOCK_AS_IMPLICIT_KEY: ({ offset, rest }) =>
    rest.startsWith('?')
      ? valueError(offset, 'a value cannot begin with `? `', 'Put the value in quotes.')
      : valueError(offset, 'expected one value, found a field inside it', QUOTE_IT),
  BLOCK_IN_FLOW: ({ offset }) =>
    valueError(offset, 'expected a comma, found another field', 'Put a comma between the fields.'),
  BAD_SCALAR_START: ({ offset, rest }) =>
    valueError(offset, `a value cannot begin with ${nameOf(rest.charAt(0))}`, 'Put the value in quotes.'),
  BAD_DQ_ESCAPE: ({ offset }) => valueError(offset, 'a backslash begins an unknown escape', DOUBLE_IT),
  BAD_ALIAS: ({ offset, rest }) => ({ offset, ...(rest.startsWith('&') ? EMPTY_ANCHOR : UNKNOWN_ALIAS) }),
  ALIAS_PROPS: ({ offset }) => ({ offset, ...UNKNOWN_ALIAS }),
  MISSING_CHAR: ({ message, offset, rest }) => describeMissing(message, offset, rest),
  UNEXPECTED_TOKEN: ({ message, offset, source }) => describeUnexpected(message, offset, source),
};

const nameOf = (character: string): string => (character === '`' ? 'a backtick' : `\`${character}\``);

const DOUBLE_IT = 'Write the backslash twice, or use single quotes.';

const EMPTY_ANCHOR: YamlErrorText = {
  code: 'yaml-syntax',
  message: 'The YAML cannot be read: a value begins with `&`, which is the mark of an anchor.',
  hint: 'Put the value in quotes.',
  about: 'value',
};

export const UNKNOWN_ALIAS: YamlErrorText = {
  code: 'yaml-syntax',
  message:
    'The YAML cannot be read: a value begins with `*`, which is the mark of an alias, and no anchor has this name.',
  hint: 'Put the value in quotes.',
  about: 'value',
};

export const UNKNOWN_TAG: YamlErrorText = {
  code: 'yaml-syntax',
  message: 'The YAML cannot be read: a value begins with `!`, which is the mark of a tag, and the tag is unknown.',
  hint: 'Put the value in quotes.',
  about: 'value',
};

function describeMissing(message: string, offset: number, rest: string): Described {
  if (message.startsWith('Missing ,'))
    return syntaxError(offset, 'expected a comma between two items', 'Put a comma between them.');
  if (message.startsWith('Comments'))
    return valueError(
      offset,
      'a comment needs a space before its `#`',
      'Put a space before it, or the value in quotes.',
    );
  return describeLine(offset, rest);
}

/** Describes a line that is not a field. */
function describeLine(offset: number, rest: string): Described {
  const expected = 'expected a line of the form `name: value`';
  if (/^[\w-]+:\S/.test(rest)) return syntaxError(offset, expected, 'Put a space after the colon.');
  if (/^-\s/.test(rest))
    return syntaxError(offset, `${expected}, found an item of a list`, 'Put the name of its field above it.');
  return syntaxError(offset, expected, 'Add a name, or indent the line if it belongs to the text above.');
}

function describeUnexpected(message: string, offset: number, source: string): Described {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const alias = /(?:^|[\s[{,])(\*\S+)\s+$/.exec(before);
  if (alias?.[1]) return { offset: offset - before.length + before.lastIndexOf(alias[1]), ...UNKNOWN_ALIAS };
  if (message.startsWith('Unexpected ,')) {
    return valueError(offset, 'expected an item before the comma', 'Remove one comma.');
  }
  if (message.startsWith('Block scalar header'))
    return valueError(
      offset,
      'text after `|` or `>` must begin on the next line',
      'Move it to the next line and indent it.',
    );
  if (message.includes('block-seq-ind'))
    return valueError(
      offset,
      'a list must begin on its own line',
      'Put each item on its own line, or the value in quotes.',
    );
  if (/flow-(?:seq|map)-end/.test(message))
    return valueError(
      offset,
      'a closing bracket has no opening bracket',
      'Remove it, or put the whole value in quotes.',
    );
  return valueError(
    offset,
    'expected the end of the value, found more',
    'Remove the text after it, or put the whole value in quotes.',
  );
}
