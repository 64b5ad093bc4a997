import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTempFolder } from '../support/temp-folder.ts';

// The compiler keeps the doors between the houses. Here it is tried: a copy of the houses, as they are, must pass; then
// each house gets one file for each thing it must not do, and the compiler must refuse every one of them.

const CROSSINGS: { name: string; file: string; source: string }[] = [
  {
    name: 'the model imports the pipeline',
    file: 'src/model/imports-pipeline.ts',
    source: `export { buildEdition as crossing } from '../pipeline/build-edition.ts';`,
  },
  {
    name: 'the model imports the app',
    file: 'src/model/imports-app.ts',
    source: `export { parseRoute as crossing } from '../app/routes.ts';`,
  },
  {
    name: 'the pipeline imports the app',
    file: 'src/pipeline/imports-app.ts',
    source: `export { parseRoute as crossing } from '../app/routes.ts';`,
  },
  {
    name: 'the app imports the pipeline',
    file: 'src/app/imports-pipeline.ts',
    source: `export { buildEdition as crossing } from '../pipeline/build-edition.ts';`,
  },
  {
    name: "the model uses Node's modules",
    file: 'src/model/uses-node-module.ts',
    source: `export { readFileSync as crossing } from 'node:fs';`,
  },
  {
    name: "the model uses Node's globals",
    file: 'src/model/uses-node.ts',
    source: `export const crossing: unknown = process.env;`,
  },
  {
    name: 'the model uses the DOM',
    file: 'src/model/uses-dom.ts',
    source: `export const crossing: unknown = document.title;`,
  },
  {
    name: "the app uses Node's modules",
    file: 'src/app/uses-node-module.ts',
    source: `export { readFileSync as crossing } from 'node:fs';`,
  },
  {
    name: "the app uses Node's globals",
    file: 'src/app/uses-node.ts',
    source: `export const crossing: unknown = process.env;`,
  },
  {
    name: 'the pipeline uses the DOM',
    file: 'src/pipeline/uses-dom.ts',
    source: `export const crossing: unknown = document.title;`,
  },
];

let folder: string;
let output: string;

beforeAll(() => {
  folder = createTempFolder('houses');
  cpSync('tsconfig.json', path.join(folder, 'tsconfig.json'));
  cpSync('src', path.join(folder, 'src'), { recursive: true });
  linkPackages();
  expect(compile()).toBe('');
  for (const { file, source } of CROSSINGS) writeFileSync(path.join(folder, file), `${source}\n`);
  output = compile();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(CROSSINGS)('the compiler refuses it when $name', ({ file }) => {
  expect(output).toContain(`${file}(1,`);
});

/** Each package by itself: the compiler's own files in `node_modules/.cache` must not be shared with the copy. */
function linkPackages(): void {
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.'))
      symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  }
}

/** What the compiler has to say of the three houses: nothing when all is well. */
function compile(): string {
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, '-b', 'src/model', 'src/pipeline', 'src/app', '--pretty', 'false'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return stdout;
}
