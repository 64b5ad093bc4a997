import { expect } from 'vitest';
import { parseFrontMatter } from '../../src/pipeline/content/front-matter/parse-front-matter.ts';
import { splitFrontMatter } from '../../src/pipeline/content/front-matter/split-front-matter.ts';
import { parsePlainFile } from '../../src/pipeline/content/front-matter/yaml/parse-plain-file.ts';

/** Parses a file with the full parser. `undefined` if there are errors. */
function parseWithFullParser(text: string) {
  const split = splitFrontMatter(text);
  if ('code' in split) return undefined;
  const { data, diagnostics } = parseFrontMatter(split);
  return data && diagnostics.length === 0 ? { data, body: split.body } : undefined;
}

/** Expects that the fast parser returns the same as the full parser or `undefined`. Returns whether it returned a value. */
export function expectPlainEqualsFull(text: string): boolean {
  const plain = parsePlainFile(text);
  if (plain) expect(plain, JSON.stringify(text)).toEqual(parseWithFullParser(text));
  return plain !== undefined;
}
