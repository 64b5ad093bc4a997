import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

/*
 * The folders of each layer, in the order of the data flow. A folder imports only folders after it, and the model.
 * `src/README.md` explains the order.
 */
const PIPELINE = ['cli', 'vite', 'bundled', 'output', 'edition', 'settings', 'content', 'diagnostics', 'util'];
const APP = [
  'parts',
  'prerender',
  'pages',
  'filter',
  'search',
  'collection',
  'article',
  'offline',
  'keyboard',
  'layout',
  'states',
  'navigation',
  'loading',
  'reader',
  'data',
  'ui',
  'i18n',
];

interface Import {
  from: string;
  to: string;
}

const imports = listSources().flatMap(importsOf);

test('every folder of the pipeline and the app has a place in the import order', () => {
  expect(foldersIn('src/pipeline').sort()).toEqual(PIPELINE.toSorted());
  expect(foldersIn('src/app').sort()).toEqual(APP.toSorted());
});

test('no folder imports a folder that is earlier in the order', () => {
  const backwards = imports.filter(({ from, to }) => {
    const [source, target] = [rankOf(from), rankOf(to)];
    return source.layer === target.layer && target.rank < source.rank;
  });
  expect(backwards).toEqual([]);
});

test('the check finds imports of values and types, re-exports and dynamic imports', () => {
  const source = `import type { A } from '../pages/a.ts';
    export { b } from '../pages/b.ts';
    const c = () => import('../pages/c.ts');
    type D = import('../pages/d.ts').D;
    // import { e } from '../pages/e.ts';`;
  expect(specifiersIn('src/app/ui/x.ts', source).sort()).toEqual([
    '../pages/a.ts',
    '../pages/b.ts',
    '../pages/c.ts',
    '../pages/d.ts',
  ]);
  expect(rankOf('src/app/pages/a.ts').rank).toBeLessThan(rankOf('src/app/ui/x.ts').rank);
});

test('files have no import cycle, types included', () => {
  expect(findCycles(imports)).toEqual([]);
});

test('folders have no import cycle, types included', () => {
  const betweenFolders = imports
    .map(({ from, to }) => ({ from: path.posix.dirname(from), to: path.posix.dirname(to) }))
    .filter(({ from, to }) => from !== to);
  expect(findCycles(betweenFolders)).toEqual([]);
});

const MAX_FILES = 14;

test(`no folder has more than ${MAX_FILES} files`, () => {
  const counts = new Map<string, number>();
  for (const name of readdirSync('src', { recursive: true, withFileTypes: true }))
    if (name.isFile() && /\.(?:[jt]sx?|css)$/.test(name.name))
      counts.set(name.parentPath, (counts.get(name.parentPath) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([]);
});

function listSources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => /\.[jt]sx?$/.test(name));
}

/** Only folders with source files: a working tree can have empty folders, which Git does not know. */
const foldersIn = (folder: string): string[] => [
  ...new Set(
    listSources()
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1).split('/'))
      .flatMap(([name = '', ...rest]) => (rest.length > 0 ? [name] : [])),
  ),
];

function importsOf(from: string): Import[] {
  return specifiersIn(from, readFileSync(from, 'utf8'))
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, '')))
    .filter((to) => /\.[jt]sx?$/.test(to))
    .map((to) => ({ from, to }));
}

/** The module specifiers in `import`, `export from`, `import()` and types. */
function specifiersIn(file: string, source: string): string[] {
  const found = new Set<string>();
  JSON.stringify(parseSync(file, source).program, (key, value: unknown) => {
    if (key === 'source' && isLiteral(value)) found.add(value.value);
    return typeof value === 'bigint' ? String(value) : value;
  });
  return [...found];
}

function isLiteral(value: unknown): value is { value: string } {
  return typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string';
}

/** The position of a file's folder in the order of its layer. Files beside the folders are first. */
function rankOf(file: string): { layer: string; rank: number } {
  const [, layer = '', folder = '', ...rest] = file.split('/');
  const order = layer === 'pipeline' ? PIPELINE : layer === 'app' ? APP : [];
  return { layer, rank: rest.length > 0 ? order.indexOf(folder) : -1 };
}

/** The strongly connected components with more than one node, each sorted. */
function findCycles(edges: readonly Import[]): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of edges) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const reachable = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(targets.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(targets.get(next) ?? []));
    }
    return seen;
  };
  const reach = new Map([...targets.keys()].map((node) => [node, reachable(node)]));
  const cycles = [...reach].flatMap(([node, seen]) => {
    if (!seen.has(node)) return [];
    return [[...seen].filter((other) => reach.get(other)?.has(node)).sort()];
  });
  return [...new Map(cycles.map((cycle) => [cycle.join(), cycle])).values()];
}
