import yaml from 'js-yaml';
import { type ParsedValues, type SyntaxDiagnostic, TOO_DEEP } from '../../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../../util/defined.ts';
import { findYamlErrors } from './find-yaml-errors.ts';

/** More than any real file uses. */
const MAX_ALIASES = 100;

/*
 * A plain scalar stays the text in the file: `title: 007` is a title, and each field decides whether `174` is a number.
 * Only an empty value, `~` and `null` are null. Scalars with an explicit tag of the core schema are text too. Other tags
 * are unknown, so none can run code.
 */
const NULL = new yaml.Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (text: string | null) => text === null || /^(|~|null|Null|NULL)$/.test(text),
  construct: () => null,
});
const TEXT_TYPES = ['int', 'float', 'bool', 'timestamp'].map(
  (name) => new yaml.Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', construct: String }),
);
const SCHEMA = yaml.FAILSAFE_SCHEMA.extend({ implicit: [NULL], explicit: TEXT_TYPES });

/** Control characters that YAML forbids, but that occur in files from editors and feeds. No field keeps them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

export function parseYaml(source: string): ParsedValues {
  const aliasOffset = findExcessAlias(source);
  if (aliasOffset !== undefined) return { diagnostics: [tooManyAliases(source, aliasOffset)] };
  const text = source.replace(UNPRINTABLE, '');
  try {
    return { values: yaml.load(text, { schema: SCHEMA }) ?? {} };
  } catch (error) {
    return error instanceof yaml.YAMLException ? describeErrors(error, source, text) : { diagnostics: [TOO_DEEP] };
  }
}

function tooManyAliases(source: string, offset: number): SyntaxDiagnostic {
  const before = source.slice(0, offset).split(/\r\n|\n|\r/);
  const message = `Expected at most ${MAX_ALIASES} aliases, found more.`;
  return { code: 'too-many-aliases', message, line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/** Describes errors with the slower parser, which gives better locations and reports every duplicate key. */
function describeErrors(error: yaml.YAMLException, source: string, text: string): ParsedValues {
  const diagnostics = findYamlErrors(source);
  if (diagnostics.length === 0) return { diagnostics: [describeError(error)] };
  if (diagnostics.some(({ code }) => code !== 'duplicate-key')) return { diagnostics };
  try {
    return { diagnostics, values: yaml.load(text, { schema: SCHEMA, json: true }) };
  } catch {
    return { diagnostics: [...diagnostics, describeError(error)] };
  }
}

/** The offset of the first alias over the limit. Counts only aliases of existing anchors, as `*` may be a bullet. */
function findExcessAlias(source: string): number | undefined {
  if (!source.includes('&')) return undefined;
  const anchors = new Set(Array.from(source.matchAll(/(?:^|[\s[{,:-])&([^\s[\]{},]+)/g), ([, name]) => name));
  if (anchors.size === 0) return undefined;
  let count = 0;
  for (const { 0: found, 1: name = '', index } of source.matchAll(/(?:^|[\s[{,:-])\*([^\s[\]{},]+)/g)) {
    if (anchors.has(name)) count += 1;
    if (count > MAX_ALIASES) return index + found.length - name.length - 1;
  }
  return undefined;
}

const HINTS: readonly [RegExp, string][] = [
  [/unidentified alias/, 'Put a value that begins with `*` in quotes.'],
  [/unknown tag/, 'Remove the word that begins with `!`, or put the value in quotes.'],
];

/** Describes an error of js-yaml. Some errors have no `mark`, which is the location. */
function describeError({ reason, mark }: yaml.YAMLException): SyntaxDiagnostic {
  const location = { line: mark?.line ?? 0, column: mark?.column ?? 0 };
  if (reason.includes('maxDepth')) return { ...TOO_DEEP, ...location };
  const hint = HINTS.find(([pattern]) => pattern.test(reason))?.[1];
  const message = `The YAML cannot be read: ${withoutQuotes(reason)}.`;
  return { code: 'yaml-syntax', message, ...location, ...defined('hint', hint) };
}

/** The parser's reason up to where it quotes the file, which could expose a secret. */
const withoutQuotes = (reason: string): string =>
  reason.replace(/(?:, but found)?\s*[:"'<!].*$/s, '').replace(/\.+$/, '');
