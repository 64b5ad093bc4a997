import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { FieldPath } from './issue.ts';
import type { SplitFile } from './parse-front-matter.ts';

/** A place in a file, lines and columns from 1. */
export interface Position {
  line: number;
  column: number;
}

/**
 * Gives the places of fields in a file's front matter. It parses the front matter once more, with positions, when it is
 * first asked: only a file with an issue pays for that.
 */
export function createLocator(split: SplitFile): (path: FieldPath) => Position {
  let find: ((path: FieldPath) => Position) | undefined;
  return (path) => {
    find ??= split.format === 'yaml' ? yamlLocator(split) : textLocator(split);
    return find(path);
  };
}

function yamlLocator({ source, linesBefore }: SplitFile): (path: FieldPath) => Position {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  return (path) => {
    const { line, col } = lines.linePos(offsetOf(document.contents, path));
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
}

/** The offset of the value at `path`, or of the nearest thing above it that is there. */
function offsetOf(root: unknown, path: FieldPath): number {
  let node = root;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
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

/** TOML and JSON: the first line that holds the field's name as a key. */
function textLocator({ source, linesBefore }: SplitFile): (path: FieldPath) => Position {
  const rows = source.split(/\r\n|\n|\r/);
  return (path) => {
    const name = path.findLast((part) => typeof part === 'string');
    const row = name === undefined ? -1 : rows.findIndex((text) => keyOf(text) === name);
    return { line: Math.max(row, 0) + 1 + linesBefore, column: 1 };
  };
}

const keyOf = (row: string): string | undefined => /^\s*[{[]*\s*"?([^"=:\]]+?)"?\s*[=:\]]/.exec(row)?.[1];
