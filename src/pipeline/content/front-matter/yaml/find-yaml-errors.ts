import {
  type Alias,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { FieldPath } from '../../../diagnostics/diagnostic.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { SyntaxDiagnostic } from '../../../diagnostics/syntax-diagnostic.ts';
import { defined } from '../../../util/defined.ts';
import { describeYamlError, UNKNOWN_ALIAS, UNKNOWN_TAG, type YamlErrorText } from './describe-yaml-error.ts';
import { type QuotedLine, quotedLineAt } from './quote-line.ts';

/** The parser with locations is slow: for longer front matter only the error of js-yaml is reported. */
const MAX_LENGTH = 200_000;

type YamlDocument = ReturnType<typeof parseDocument>;

interface YamlError extends YamlErrorText {
  offset: number;
}

/**
 * Finds the errors in YAML that js-yaml rejects. The messages are our own, because those of the parser quote the source.
 * Reports every duplicate key, but only the first of other errors: later ones may be consequences of it. Empty if this
 * parser finds no error.
 */
export function findYamlErrors(text: string): SyntaxDiagnostic[] {
  if (text.length > MAX_LENGTH) return [];
  const lines = new LineCounter();
  // A lone CR ends a line for js-yaml, but not for this parser.
  const source = text.replace(/\r(?!\n)/g, '\n');
  try {
    // The parser's own search for duplicate keys needs quadratic time.
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;
    const document = parseDocument(source, options);
    const syntaxErrors = [...findDuplicateKeys(document, source), ...describeError(document, source)];
    const errors = syntaxErrors.length > 0 ? syntaxErrors : findUnknownAliasOrTag(document);
    const paths = findPaths(document, source, errors);
    return errors.map(({ offset, code, message, hint }) => {
      const { line, col } = lines.linePos(offset);
      const location = { line: Math.max(line, 1) - 1, column: Math.max(col, 1) - 1 };
      const path = paths.get(offset);
      const shown = hint && withQuotedLine(hint, path, quotedLineAt(source, offset));
      return { code, message, ...location, ...defined('path', path), ...defined('hint', shown) };
    });
  } catch {
    return [];
  }
}

/** Adds the line with its value in quotes to a hint that asks for quotes, if the error is in the value as a whole. */
function withQuotedLine(hint: string, path: FieldPath | undefined, quoted: QuotedLine | undefined): string {
  const isAboutLine = hint.endsWith('quotes.') && quoted !== undefined && path?.at(-1) === quoted.name;
  return isAboutLine ? `${hint.slice(0, -1)}: \`${quoted.line}\`.` : hint;
}

function describeError(document: YamlDocument, source: string): YamlError[] {
  const [error] = document.errors;
  if (!error) return [];
  const opening = openingOf(document, error.pos[0]);
  return [describeYamlError(error, { source, opening, errors: document.errors })];
}

function findDuplicateKeys(document: YamlDocument, source: string): YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Map(_, { items }) {
      const names = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const [name, [offset]] = [String(key.value), key.range];
        if (names.has(name)) errors.push({ offset, ...describeDuplicate(source.slice(offset, offset + 200)) });
        names.add(name);
      }
    },
  });
  return errors;
}

function describeDuplicate(rest: string): YamlErrorText {
  const name = /^["']?([^"':\n]*)/.exec(rest)?.[1] ?? '';
  const message = `Expected each field once, found ${quote(name)} twice.`;
  return { code: 'duplicate-key', message, hint: 'Remove one of them.', about: 'name' };
}

/** The offset of the quote or bracket that is still open at `offset`. It is a more useful location than the end. */
function openingOf(document: YamlDocument, offset: number): number | undefined {
  let opening: number | undefined;
  const check = ({ range }: Node): void => {
    if (range && range[0] < offset && range[1] >= offset) opening = range[0];
  };
  visit(document, {
    Scalar: (_, node) => (node.type?.startsWith('QUOTE') ? check(node) : undefined),
    Collection: (_, node) => (node.flow ? check(node) : undefined),
  });
  return opening;
}

/** The first value with an unknown alias, else the first one with an unknown tag. */
function findUnknownAliasOrTag(document: YamlDocument): YamlError[] {
  const isUnknown = (alias: Alias): boolean => alias.resolve(document) === undefined;
  let alias: number | undefined;
  visit(document, {
    Alias(_, node) {
      if (!isUnknown(node)) return undefined;
      alias = node.range?.[0];
      return visit.BREAK;
    },
  });
  if (alias !== undefined) return [{ offset: alias, ...UNKNOWN_ALIAS }];
  const tag = document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
  return tag ? [{ offset: tag.pos[0], ...UNKNOWN_TAG }] : [];
}

/** The paths of the fields with errors, by the offset of the error: the field with that name, or the one around it. */
function findPaths(document: YamlDocument, source: string, errors: readonly YamlError[]): Map<number, FieldPath> {
  const names = new Set(errors.filter(({ about }) => about === 'name').map(({ offset }) => offset));
  const values = errors.filter(({ about }) => about === 'value').map(({ offset }) => offset);
  const paths = new Map<number, FieldPath>();
  visit(document, {
    Pair(_, pair, ancestors) {
      const name = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      if (name !== undefined && names.has(name)) paths.set(name, pathOf(ancestors, pair));
      // Inner fields are visited after outer ones and overwrite their paths.
      for (const offset of values) if (isAround(pair, offset, source)) paths.set(offset, pathOf(ancestors, pair));
    },
  });
  return paths;
}

/** Whether an offset is between the end of a field's name and the end of its value or of the rest of its line. */
function isAround({ key, value }: Pair, offset: number, source: string): boolean {
  const start = isScalar(key) ? key.range?.[1] : undefined;
  const range = isScalar(value) || isCollection(value) || isAlias(value) ? value.range : undefined;
  if (start === undefined || !range || offset < start) return false;
  return offset <= range[1] || (offset <= range[2] && !source.slice(range[1], offset).includes('\n'));
}

function pathOf(ancestors: readonly unknown[], pair: Pair): FieldPath {
  const chain = [...ancestors, pair];
  return chain.flatMap((node, index): FieldPath => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.source ?? node.key.value)] : [];
    return isSeq(node) ? [node.items.indexOf(chain[index + 1])] : [];
  });
}
