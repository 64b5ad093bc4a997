import yaml from 'js-yaml';

/** What a parser made of some text. The place of a fault counts from 0, in that text. */
export type ParsedValues = { values: unknown } | SyntaxFault;

interface SyntaxFault {
  code: string;
  fault: string;
  line: number;
  column: number;
  hint?: string;
}

/** More than any honest file uses. */
const MAX_ALIASES = 100;

/*
 * Every plain scalar stays the text that the file holds: `title: 007` is a title, `2021-02-30` is no date, and whether
 * `quality: 174` is a number is for the field to say. Only an empty value and `null` mean nothing. What carries an
 * explicit tag of the core schema is text like the rest; no other tag is known, so none can run code.
 */
const NOTHING = new yaml.Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (text: string | null) => text === null || /^(|~|null|Null|NULL)$/.test(text),
  construct: () => null,
});
const TEXTS = ['int', 'float', 'bool', 'timestamp'].map(
  (name) => new yaml.Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', construct: String }),
);
const SCHEMA = yaml.FAILSAFE_SCHEMA.extend({ implicit: [NOTHING], explicit: TEXTS });

/** Controls that YAML forbids, though editors and feeds let them through. No field keeps them anyway. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

export function parseYaml(source: string): ParsedValues {
  if (countAliases(source) > MAX_ALIASES) {
    return { code: 'too-many-aliases', fault: `The front matter uses more than ${MAX_ALIASES} aliases.`, ...TOP };
  }
  try {
    return { values: yaml.load(source.replace(UNPRINTABLE, ''), { schema: SCHEMA }) ?? {} };
  } catch (error) {
    if (error instanceof yaml.YAMLException) return describeFault(error);
    return { code: 'too-deep', fault: 'The front matter is nested too deeply.', ...TOP };
  }
}

const TOP = { line: 0, column: 0 };

/** Counts the aliases of anchors that the text sets: an asterisk in an excerpt is no alias. */
function countAliases(source: string): number {
  if (!source.includes('&')) return 0;
  const anchors = new Set(Array.from(source.matchAll(/(?:^|[\s[{,:-])&([^\s[\]{},]+)/g), ([, name]) => name));
  if (anchors.size === 0) return 0;
  let count = 0;
  for (const [, name] of source.matchAll(/(?:^|[\s[{,:-])\*([^\s[\]{},]+)/g)) if (anchors.has(name)) count += 1;
  return count;
}

const HINTS: readonly [RegExp, string][] = [
  [/bad indentation of a mapping entry|multiline key/, 'Put a value that holds `: ` or quotes in quotes of its own.'],
  [/duplicated mapping key/, 'Keep one of the two.'],
  [/tab characters/, 'Indent with spaces.'],
  [/quoted scalar/, 'Close the quote.'],
  [/unknown tag/, 'Leave out what begins with `!`.'],
];

function describeFault({ reason, mark }: yaml.YAMLException): SyntaxFault {
  const hint = HINTS.find(([pattern]) => pattern.test(reason))?.[1];
  return {
    code: 'yaml-syntax',
    fault: `The YAML cannot be read: ${quoteless(reason)}.`,
    // A mark may be missing.
    line: mark?.line ?? 0,
    column: mark?.column ?? 0,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A parser's reason up to where it quotes the file: that could be anything, a secret too. */
const quoteless = (reason: string): string => reason.replace(/(?:, but found)?\s*[:"'<!].*$/s, '').replace(/\.+$/, '');
