import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { SourceLocation } from '../../diagnostics/code-frame.ts';
import { type FieldPath, fieldName } from '../../diagnostics/diagnostic.ts';
import type { SplitFile } from './split-front-matter.ts';
import { findTomlKeys } from './toml/find-toml-keys.ts';

/**
 * Returns the location of a field: that of its value, or that of its name if `isAboutName` is set or the value begins on
 * a later line.
 */
type Locate = (path: FieldPath, isAboutName?: boolean) => SourceLocation;

/**
 * Returns a function that locates fields in a file. Its first call parses the front matter again, with locations. Only
 * files with diagnostics need this.
 */
export function createLocator(split: SplitFile): Locate {
  let find: Locate | undefined;
  return (path, isAboutName) => {
    find ??= split.format === 'toml' ? tomlLocator(split) : yamlLocator(split);
    return find(path, isAboutName);
  };
}

/** Also for JSON, which is a subset of YAML. */
function yamlLocator({ source, linesBefore }: SplitFile): Locate {
  const lines = new LineCounter();
  // A lone CR ends a line for js-yaml, but not for this parser.
  const root = parseWithLocations(source.replace(/\r(?!\n)/g, '\n'), lines);
  const pairs = createPairIndex();
  return (path, isAboutName = false) => {
    const { key, value } = offsetsOf(root, path, pairs);
    const [keyPosition, valuePosition] = [lines.linePos(key), lines.linePos(value)];
    const { line, col } = isAboutName || keyPosition.line !== valuePosition.line ? keyPosition : valuePosition;
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
}

function parseWithLocations(text: string, lineCounter: LineCounter): unknown {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' }).contents;
  } catch {
    return undefined;
  }
}

type FindPair = (map: YAMLMap, key: string) => Pair | undefined;

/** Finds the pair of a key. Each mapping is indexed once, as it can have many fields with diagnostics. */
function createPairIndex(): FindPair {
  const indexes = new Map<YAMLMap, Map<string, Pair>>();
  return (map, key) => {
    const pairs = indexes.get(map) ?? indexPairs(map);
    indexes.set(map, pairs);
    return pairs.get(key);
  };
}

function indexPairs({ items }: YAMLMap): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const pair of items) {
    const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : undefined;
    if (name !== undefined && !pairs.has(name)) pairs.set(name, pair);
  }
  return pairs;
}

interface Offsets {
  key: number;
  value: number;
}

/** The offsets of the field at `path`, or of its nearest existing parent. */
function offsetsOf(root: unknown, path: FieldPath, findPair: FindPair): Offsets {
  let node = root;
  let offsets: Offsets = { key: 0, value: 0 };
  for (const part of path) {
    if (isMap(node)) {
      const pair = findPair(node, String(part)) ?? findNested(node, String(part), findPair);
      if (!pair) break;
      const key = startOf(pair.key) ?? offsets.key;
      offsets = { key, value: startOf(pair.value) ?? key };
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      const value = startOf(node) ?? offsets.value;
      offsets = { key: value, value };
    } else {
      break;
    }
  }
  return offsets;
}

/** The pair of a field that is named with its parent: `params.author`. */
function findNested(map: YAMLMap, name: string, findPair: FindPair): Pair | undefined {
  const [, parent = '', child = ''] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
  const value = findPair(map, parent)?.value;
  return isMap(value) ? findPair(value, child) : undefined;
}

function startOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function tomlLocator({ source, linesBefore }: SplitFile): Locate {
  const keys = findTomlKeys(source);
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { 0: end, index } of source.matchAll(/\r\n|\n|\r/g)) lines.addNewLine(index + end.length);
  return (path, isAboutName = false) => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = keys.get(fieldName(path.slice(0, length)));
      if (!found) continue;
      // If only a parent of the field exists, the location is that of the parent's name.
      const { line, col } = lines.linePos(isAboutName || length < path.length ? found.key : found.value);
      return { line: line + linesBefore, column: col };
    }
    return { line: linesBefore + 1, column: 1 };
  };
}
