import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type FieldPath, fieldName } from '../issue.ts';
import { findTomlKeys } from './parse-toml.ts';
import type { SplitFile } from './split-front-matter.ts';

/** A place in a file, lines and columns from 1. */
export interface Position {
  line: number;
  column: number;
}

type Locate = (path: FieldPath) => Position;

/**
 * Gives the places of fields in a file's front matter. It parses the front matter once more, with positions, when it is
 * first asked: only a file with an issue pays for that.
 */
export function createLocator(split: SplitFile): Locate {
  let find: Locate | undefined;
  return (path) => {
    find ??= split.format === 'toml' ? tomlLocator(split) : yamlLocator(split);
    return find(path);
  };
}

/** JSON is YAML as well. */
function yamlLocator({ source, linesBefore }: SplitFile): Locate {
  const lines = new LineCounter();
  // A lone CR ends a line for the fast parser, but not for this one.
  const root = parseWithPlaces(source.replace(/\r(?!\n)/g, '\n'), lines);
  const pairs = createPairIndex();
  return (path) => {
    const { line, col } = lines.linePos(offsetOf(root, path, pairs));
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
}

function parseWithPlaces(text: string, lineCounter: LineCounter): unknown {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' }).contents;
  } catch {
    return undefined;
  }
}

type FindPair = (map: YAMLMap, key: string) => Pair | undefined;

/** Finds the pair of a key. Each mapping is gone through once, however many of its fields are asked for. */
function createPairIndex(): FindPair {
  const known = new Map<YAMLMap, Map<string, Pair>>();
  return (map, key) => {
    const pairs = known.get(map) ?? indexPairs(map);
    known.set(map, pairs);
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

/** The offset of the value at `path`, or of the nearest thing above it that is there. */
function offsetOf(root: unknown, path: FieldPath, findPair: FindPair): number {
  let node = root;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = findPair(node, String(part));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      offset = startOf(node) ?? offset;
    } else {
      break;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function tomlLocator({ source, linesBefore }: SplitFile): Locate {
  const keys = findTomlKeys(source);
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const key = keys.get(fieldName(path.slice(0, length)));
      if (key) return { line: key.line + 1 + linesBefore, column: key.column + 1 };
    }
    return { line: linesBefore + 1, column: 1 };
  };
}
