import { expect } from 'vitest';
import { parseFrontMatter } from '../../src/pipeline/content/front-matter/parse-front-matter.ts';
import { splitFrontMatter } from '../../src/pipeline/content/front-matter/split-front-matter.ts';
import { parsePlainFile } from '../../src/pipeline/content/front-matter/yaml/parse-plain-file.ts';

/** What the full parser makes of a file: nothing, where it finds anything wrong. */
function parseInFull(text: string) {
  const split = splitFrontMatter(text);
  if ('code' in split) return undefined;
  const { data, diagnostics } = parseFrontMatter(split);
  return data && diagnostics.length === 0 ? { data, body: split.body } : undefined;
}

/** The shortcut gives what the full parser gives, or nothing. Returns whether it gave anything. */
export function expectPlainEqualsFull(text: string): boolean {
  const plain = parsePlainFile(text);
  if (plain) expect(plain, JSON.stringify(text)).toEqual(parseInFull(text));
  return plain !== undefined;
}
