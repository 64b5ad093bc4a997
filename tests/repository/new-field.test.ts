import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySource, type SourceCopy } from '../support/source-copy.ts';

// A field that one place forgets is lost without a word. So the compiler must name every place that has to decide about
// a new field. `src/README.md` lists the places that it cannot name.

let copy: SourceCopy;

beforeAll(() => {
  copy = copySource();
});
afterAll(() => rmSync(copy.folder, { recursive: true, force: true }));

test('the compiler names every place that decides about a new field of a story', () => {
  expect(filesThatLack('src/model/story.ts', '  title: string;\n')).toEqual([
    'src/pipeline/content/cache/article-record.ts',
    'src/pipeline/content/normalize/normalize-story.ts',
    'src/pipeline/edition/serialize-articles.ts',
    'src/pipeline/output/pages/structured-data.ts',
    'src/pipeline/output/syndication/feeds/atom.ts',
    'src/pipeline/output/syndication/feeds/feed-entry.ts',
    'src/pipeline/output/syndication/feeds/json-feed.ts',
    'src/pipeline/output/syndication/feeds/rss.ts',
  ]);
});

test('and of a new field of a summary', () => {
  expect(filesThatLack('src/model/article.ts', '  topics: Topic[];\n')).toEqual([
    'src/pipeline/content/cache/article-record.ts',
    'src/pipeline/content/normalize/normalize-article.ts',
    'src/pipeline/output/pages/structured-data.ts',
    'src/pipeline/output/syndication/feeds/atom.ts',
    'src/pipeline/output/syndication/feeds/feed-entry.ts',
    'src/pipeline/output/syndication/feeds/json-feed.ts',
    'src/pipeline/output/syndication/feeds/rss.ts',
  ]);
});

test('and of a new field of an article alone', () => {
  expect(filesThatLack('src/model/article.ts', '  file: string;\n')).toEqual([
    'src/pipeline/content/normalize/normalize-article.ts',
    'src/pipeline/output/pages/structured-data.ts',
  ]);
});

/** The files in which the compiler finds an error once a type has an optional field more, after a line of it. */
function filesThatLack(file: string, line: string): string[] {
  const target = path.join(copy.folder, file);
  const source = readFileSync(target, 'utf8');
  expect(source).toContain(line);
  writeFileSync(target, source.replace(line, `${line}  newField?: string[];\n`));
  const output = copy.compile();
  writeFileSync(target, source);
  return [...new Set([...output.matchAll(/^(src\/[^(]+)\(/gm)].map(([, name = '']) => name))].sort();
}
