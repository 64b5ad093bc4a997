import type { YAMLParseError } from 'yaml';
import type { SyntaxDiagnostic } from '../../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../../util/defined.ts';

/** What is wrong, and whether that is about a field: about its name, which stands there, or about its value. */
export interface YamlErrorText extends Pick<SyntaxDiagnostic, 'code' | 'message' | 'hint'> {
  about?: 'name' | 'value';
}

interface Surroundings {
  source: string;
  /** Where a quote or bracket opens that is not closed before the fault. */
  opening: number | undefined;
  errors: readonly YAMLParseError[];
}

/** A parser's error in words that help and quote nothing, at the place where the publisher's hand is needed. */
export function describeYamlError(error: YAMLParseError, around: Surroundings): YamlErrorText & { offset: number } {
  return describeOpen(error, around) ?? describeIndent(error, around) ?? describeValue(error, around);
}

type Described = YamlErrorText & { offset: number };

const unreadable = (offset: number, what: string, hint?: string): Described => ({
  offset,
  code: 'yaml-syntax',
  message: `The YAML cannot be read: ${what}.`,
  ...defined('hint', hint),
});

const inValue = (offset: number, what: string, hint: string): Described => ({
  ...unreadable(offset, what, hint),
  about: 'value',
});

function describeOpen({ code, message }: YAMLParseError, { source, opening }: Surroundings): Described | undefined {
  if (opening === undefined) return undefined;
  if (code === 'MISSING_CHAR' && message.startsWith('Missing closing'))
    return inValue(opening, 'a quote is opened and never closed', 'Close the quote.');
  if (code !== 'BAD_INDENT' || !message.startsWith('Flow')) return undefined;
  const closing = source[opening] === '[' ? ']' : '}';
  return inValue(
    opening,
    'a bracket is opened and never closed, or a line in it is not indented',
    `Close it with \`${closing}\`.`,
  );
}

const SAME_INDENT = 'Begin it in the same column as the fields beside it.';

function describeIndent(error: YAMLParseError, { source, errors }: Surroundings): Described | undefined {
  const { code, message } = error;
  const [offset] = error.pos;
  if (code === 'TAB_AS_INDENT') {
    return unreadable(offset, 'expected an indentation of spaces, found a tab', 'Indent with spaces.');
  }
  if (code === 'BAD_INDENT' && message.startsWith('All')) {
    return unreadable(skipBlanks(source, offset), 'the line is indented unlike those above it', SAME_INDENT);
  }
  // A value that goes on in the next line is taken together with the field there.
  const isLong = errors.some((other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === offset);
  const below = code === 'BLOCK_AS_IMPLICIT_KEY' && isLong ? fieldBelow(source, offset) : undefined;
  if (below === undefined) return undefined;
  return unreadable(below, 'the line is indented further than the field above it', SAME_INDENT);
}

/** The first field on the lines below `offset`, where the rest of its own line holds none. */
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

const QUOTE_IT = 'Put a value that holds `: ` or quotes in quotes of its own.';

type Describe = (diagnostic: { offset: number; source: string; rest: string; message: string }) => Described;

function describeValue({ code, message, pos: [offset] }: YAMLParseError, { source }: Surroundings): Described {
  const describe: Describe = BY_CODE[code] ?? (({ rest }) => describeLine(offset, rest));
  return describe({ offset, source, rest: source.slice(offset, offset + 200), message });
}

const BY_CODE: { [Code in YAMLParseError['code']]?: Describe } = {
  BLOCK_AS_IMPLICIT_KEY: ({ offset, rest }) =>
    rest.startsWith('?')
      ? inValue(offset, 'a value cannot begin with `? `', 'Put the value in quotes.')
      : inValue(offset, 'expected one value, found a field inside it', QUOTE_IT),
  BLOCK_IN_FLOW: ({ offset }) =>
    inValue(offset, 'expected a comma, found another field', 'Put a comma between the fields.'),
  BAD_SCALAR_START: ({ offset, rest }) =>
    inValue(offset, `a value cannot begin with ${nameOf(rest.charAt(0))}`, 'Put the value in quotes.'),
  BAD_DQ_ESCAPE: ({ offset }) => inValue(offset, 'a backslash is followed by what YAML does not know', DOUBLE_IT),
  BAD_ALIAS: ({ offset, rest }) => ({ offset, ...(rest.startsWith('&') ? EMPTY_ANCHOR : UNKNOWN_ALIAS) }),
  ALIAS_PROPS: ({ offset }) => ({ offset, ...UNKNOWN_ALIAS }),
  MISSING_CHAR: ({ message, offset, rest }) => describeMissing(message, offset, rest),
  UNEXPECTED_TOKEN: ({ message, offset, source }) => describeSurplus(message, offset, source),
};

const nameOf = (character: string): string => (character === '`' ? 'a backtick' : `\`${character}\``);

const DOUBLE_IT = 'Write the backslash twice, or use single quotes.';

const EMPTY_ANCHOR: YamlErrorText = {
  code: 'yaml-syntax',
  message: 'The YAML cannot be read: a value begins with `&`, which names it for others.',
  hint: 'Put the value in quotes.',
  about: 'value',
};

export const UNKNOWN_ALIAS: YamlErrorText = {
  code: 'yaml-syntax',
  message:
    'The YAML cannot be read: a value begins with `*`, which stands for another value, and there is none of that name.',
  hint: 'Put the value in quotes.',
  about: 'value',
};

export const UNKNOWN_TAG: YamlErrorText = {
  code: 'yaml-syntax',
  message: 'The YAML cannot be read: a value begins with `!`, which is for a tag, and no such tag is known.',
  hint: 'Put the value in quotes.',
  about: 'value',
};

function describeMissing(message: string, offset: number, rest: string): Described {
  if (message.startsWith('Missing ,'))
    return unreadable(offset, 'expected a comma between two items', 'Put a comma between them.');
  if (message.startsWith('Comments'))
    return inValue(offset, 'a comment needs a space before its `#`', 'Put a space before it, or the value in quotes.');
  return describeLine(offset, rest);
}

/** A line that is no field. */
function describeLine(offset: number, rest: string): Described {
  const expected = 'expected a line of the form `name: value`';
  if (/^[\w-]+:\S/.test(rest)) return unreadable(offset, expected, 'Put a space after the colon.');
  if (/^-\s/.test(rest))
    return unreadable(offset, `${expected}, found an item of a list`, 'Put the name of its field above it.');
  return unreadable(offset, expected, 'Give it a name, or indent it if it belongs to the text above.');
}

function describeSurplus(message: string, offset: number, source: string): Described {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const alias = /(?:^|[\s[{,])(\*\S+)\s+$/.exec(before);
  if (alias?.[1]) return { offset: offset - before.length + before.lastIndexOf(alias[1]), ...UNKNOWN_ALIAS };
  if (message.startsWith('Unexpected ,')) {
    return inValue(offset, 'expected an item before the comma', 'Leave one comma out.');
  }
  if (message.startsWith('Block scalar header'))
    return inValue(offset, 'after `|` or `>` the text begins on the next line', 'Move it there, indented.');
  if (message.includes('block-seq-ind'))
    return inValue(
      offset,
      'a list begins on a line of its own',
      'Put each item on its own line, or the value in quotes.',
    );
  if (/flow-(?:seq|map)-end/.test(message))
    return inValue(
      offset,
      'a bracket is closed that was never opened',
      'Take it out, or put the whole value in quotes.',
    );
  return inValue(
    offset,
    'expected the end of the value, found more',
    'Take out what follows, or put the whole value in quotes.',
  );
}
