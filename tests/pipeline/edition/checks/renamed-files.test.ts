import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createArticleStore } from '../../../../src/pipeline/content/cache/article-store.ts';
import type { Diagnostic } from '../../../../src/pipeline/diagnostics/diagnostic.ts';
import { buildEdition } from '../../../../src/pipeline/edition/build-edition.ts';
import { readSettings } from '../../../../src/pipeline/settings/read-settings.ts';
import { articleFile, contentFolder, type Files } from '../../../support/content-folder.ts';

/** A content folder that was read once, with its cache file. */
function project(files: Files) {
  const root = contentFolder(files);
  const cacheFile = path.join(contentFolder({}), 'articles');
  /** The warnings about renamed files in a new run. */
  const run = (env: NodeJS.ProcessEnv = {}): Diagnostic[] => {
    const store = createArticleStore({ root, cacheFile });
    const { diagnostics } = buildEdition({
      root,
      settings: readSettings({ root, env, mode: 'build' }).settings,
      store,
    });
    store.save();
    return diagnostics.filter(({ code }) => code === 'renamed');
  };
  const rename = (from: string, to: string): void => {
    mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
    renameSync(path.join(root, from), path.join(root, to));
  };
  const write = (file: string, text: string): void => writeFileSync(path.join(root, file), text);
  run();
  return { run, rename, write };
}

const story = (name: string, lines = ''): string =>
  articleFile(`title: ${name}\nlink: https://a.example/${name}\n${lines}`);

test('a renamed file is a warning with the line to add, in one run only', () => {
  const others = Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`more/${nth}.md`, story(`more-${nth}`)]));
  const { run, rename } = project({ ...others, '2021/old name.md': story('a') });
  rename('2021/old name.md', '2022/new.md');
  expect(run()).toMatchObject([
    {
      file: '2022/new.md',
      line: 2,
      severity: 'warning',
      message: 'Expected the former address in `formerly`, found none: this file was `2021/old name.md`.',
      hint: 'Add `formerly: /articles/2021/old%20name/`.',
    },
  ]);
  expect(run()).toEqual([]);
});

test('the line has the format of the front matter', () => {
  const fields = { title: 'J', date: '2021-01-01', link: 'https://j.example/' };
  const toml = Object.entries(fields).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`);
  const { run, rename } = project({
    'json.md': JSON.stringify(fields),
    'toml.md': `+++\n${toml.join('').replaceAll('j.example', 't.example')}+++\n`,
  });
  rename('json.md', 'j2.md');
  rename('toml.md', 't2.md');
  expect(run().map(({ hint }) => hint)).toEqual([
    'Add `"formerly": "/articles/json/",`.',
    'Add `formerly = "/articles/toml/"`.',
  ]);
});

test('an article with other former paths is told to add one', () => {
  const { run, rename } = project({ 'old.md': story('a', 'formerly: /first/') });
  rename('old.md', 'new.md');
  expect(run()).toMatchObject([
    {
      line: 5,
      message: 'Expected the former address in `formerly`, found other paths: this file was `old.md`.',
      hint: 'Add `/articles/old/` to `formerly`.',
    },
  ]);
});

test.each<[name: string, from: string, to: string, lines: string]>([
  ['has its own slug', 'old.md', 'new.md', 'slug: own'],
  ['is the index of a folder of its name', 'old.md', 'old/index.md', ''],
  ['names its former address', 'old.md', 'new.md', 'formerly: /articles/old'],
  ['is a draft', 'old.md', 'new.md', 'draft: true'],
  ['is rejected', 'old.md', 'new.md', 'publishedDateTime: never'],
])('a renamed file that %s needs no warning', (_, from, to, lines) => {
  const { run, rename } = project({ 'other.md': story('b'), [from]: story('a', lines) });
  rename(from, to);
  expect(run({ UNPUBLISHED: 'show' })).toEqual([]);
});

test('a copy, a changed file and an address that another file has need no warning', () => {
  const { run, rename, write } = project({ 'a.md': story('a'), 'b.md': story('b'), 'c.md': story('c') });
  write('copy.md', story('a'));
  rename('b.md', 'b2.md');
  write('b2.md', story('b', 'quality: 80'));
  rename('c.md', 'c2.md');
  write('d.md', story('d', 'slug: c'));
  expect(run()).toEqual([]);
});

test('of several files with one text, the first by path belong together', () => {
  const { run, rename } = project({ 'b.md': story('same'), 'a.md': story('same') });
  rename('a.md', 'z.md');
  rename('b.md', 'y.md');
  const { run: runOne, rename: renameOne } = project({ 'b.md': story('same'), 'a.md': story('same') });
  renameOne('a.md', 'x.md');
  renameOne('b.md', 'x.md');
  const duplicates = { DUPLICATES: 'keep' };
  expect(run(duplicates).map(({ file, hint }) => [file, hint])).toEqual([
    ['y.md', 'Add `formerly: /articles/a/`.'],
    ['z.md', 'Add `formerly: /articles/b/`.'],
  ]);
  expect(runOne(duplicates).map(({ hint }) => hint)).toEqual(['Add `formerly: /articles/a/`.']);
});
