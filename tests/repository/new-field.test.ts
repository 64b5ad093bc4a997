import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySource, type SourceCopy } from '../support/source-copy.ts';

// A new field that is not passed on somewhere would be lost silently. So the compiler must report every file that has
// to handle it. `src/README.md` lists the files that the compiler cannot report.

let copy: SourceCopy;

beforeAll(() => {
  copy = copySource();
});
afterAll(() => rmSync(copy.folder, { recursive: true, force: true }));

test('the compiler reports every file that must handle a new field of a story', () => {
  expect(filesWithErrors('src/model/story.ts', '  title: string;\n')).toEqual([
    'src/app/data/parse/parse-story.ts',
    'src/pipeline/content/cache/article-record.ts',
    'src/pipeline/content/normalize/normalize-story.ts',
    'src/pipeline/edition/coverage/serialize-events.ts',
    'src/pipeline/edition/serialize-articles.ts',
    'src/pipeline/output/pages/structured-data.ts',
    'src/pipeline/output/syndication/feeds/atom.ts',
    'src/pipeline/output/syndication/feeds/feed-entry.ts',
    'src/pipeline/output/syndication/feeds/json-feed.ts',
    'src/pipeline/output/syndication/feeds/rss.ts',
  ]);
});

test('the compiler reports every file that must handle a new field of a summary', () => {
  expect(filesWithErrors('src/model/article.ts', '  topics: Topic[];\n')).toEqual([
    'src/app/data/parse/parse-story.ts',
    'src/pipeline/content/cache/article-record.ts',
    'src/pipeline/content/normalize/normalize-article.ts',
    'src/pipeline/edition/coverage/serialize-events.ts',
    'src/pipeline/output/pages/structured-data.ts',
    'src/pipeline/output/syndication/feeds/atom.ts',
    'src/pipeline/output/syndication/feeds/feed-entry.ts',
    'src/pipeline/output/syndication/feeds/json-feed.ts',
    'src/pipeline/output/syndication/feeds/rss.ts',
  ]);
});

test('the compiler reports every file that must handle a new field of an article', () => {
  expect(filesWithErrors('src/model/article.ts', '  file: string;\n')).toEqual([
    'src/app/data/parse/parse-edition.ts',
    'src/pipeline/content/normalize/normalize-article.ts',
    'src/pipeline/output/pages/structured-data.ts',
  ]);
});

/** Adds an optional field to a type, after one of its lines. Returns the files with compiler errors. */
function filesWithErrors(file: string, line: string): string[] {
  const target = path.join(copy.folder, file);
  const source = readFileSync(target, 'utf8');
  expect(source).toContain(line);
  writeFileSync(target, source.replace(line, `${line}  newField?: string[];\n`));
  const output = copy.compile();
  writeFileSync(target, source);
  return [...new Set([...output.matchAll(/^(src\/[^(]+)\(/gm)].map(([, name = '']) => name))].sort();
}
