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

/** The parser with positions takes time: longer front matter is described by the fast parser alone. */
const MAX_LENGTH = 200_000;

type YamlDocument = ReturnType<typeof parseDocument>;

/** Something wrong, at an offset. */
interface Found extends YamlErrorText {
  offset: number;
}

/**
 * Says what is wrong with YAML that the fast parser refused, in words of our own: the parser's quote the source. Every
 * key that is given twice is one; of other faults only the first, as those after it may follow from it. None where
 * this parser sees nothing wrong.
 */
export function findYamlErrors(text: string): SyntaxDiagnostic[] {
  if (text.length > MAX_LENGTH) return [];
  const lines = new LineCounter();
  // A lone CR ends a line for the fast parser, but not for this one.
  const source = text.replace(/\r(?!\n)/g, '\n');
  try {
    // The parser's own search for doubled keys compares each with all before it.
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;
    const document = parseDocument(source, options);
    const described = [...findDoubledKeys(document, source), ...describeError(document, source)];
    const found = described.length > 0 ? described : findUnknown(document);
    const paths = pathsAt(document, source, found);
    return found.map(({ offset, code, message, hint }) => {
      const { line, col } = lines.linePos(offset);
      const location = { line: Math.max(line, 1) - 1, column: Math.max(col, 1) - 1 };
      return { code, message, ...location, ...defined('path', paths.get(offset)), ...defined('hint', hint) };
    });
  } catch {
    return [];
  }
}

function describeError(document: YamlDocument, source: string): Found[] {
  const [error] = document.errors;
  if (!error) return [];
  const opening = openingOf(document, error.pos[0]);
  return [describeYamlError(error, { source, opening, errors: document.errors })];
}

function findDoubledKeys(document: YamlDocument, source: string): Found[] {
  const found: Found[] = [];
  visit(document, {
    Map(_, { items }) {
      const names = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const [name, [offset]] = [String(key.value), key.range];
        if (names.has(name)) found.push({ offset, ...describeDouble(source.slice(offset, offset + 200)) });
        names.add(name);
      }
    },
  });
  return found;
}

function describeDouble(rest: string): YamlErrorText {
  const name = /^["']?([^"':\n]*)/.exec(rest)?.[1] ?? '';
  const message = `Expected each field once, found ${quote(name)} twice.`;
  return { code: 'duplicate-key', message, hint: 'Keep one of the two.', about: 'name' };
}

/** Where the quote or the bracket opens that is still open at `offset`: a missing end helps less. */
function openingOf(document: YamlDocument, offset: number): number | undefined {
  let opening: number | undefined;
  const note = ({ range }: Node): void => {
    if (range && range[0] < offset && range[1] >= offset) opening = range[0];
  };
  visit(document, {
    Scalar: (_, node) => (node.type?.startsWith('QUOTE') ? note(node) : undefined),
    Collection: (_, node) => (node.flow ? note(node) : undefined),
  });
  return opening;
}

/** The first value that begins with an alias or a tag which means nothing. */
function findUnknown(document: YamlDocument): Found[] {
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

/** The paths of the fields that faults are about, by their offsets: of the one named there, or of the one around. */
function pathsAt(document: YamlDocument, source: string, found: readonly Found[]): Map<number, FieldPath> {
  const names = new Set(found.filter(({ about }) => about === 'name').map(({ offset }) => offset));
  const values = found.filter(({ about }) => about === 'value').map(({ offset }) => offset);
  const paths = new Map<number, FieldPath>();
  visit(document, {
    Pair(_, pair, ancestors) {
      const name = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      if (name !== undefined && names.has(name)) paths.set(name, pathOf(ancestors, pair));
      // An inner field comes after those around it.
      for (const offset of values) if (isAround(pair, offset, source)) paths.set(offset, pathOf(ancestors, pair));
    },
  });
  return paths;
}

/** From the end of the name to that of the value, and of what follows it on its line. */
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
