import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySource, type SourceCopy } from '../support/source-copy.ts';

// TypeScript projects separate the layers. A copy of the source must compile. Then each layer gets files that break one
// rule each, and the compiler must report every one of them.

const VIOLATIONS: { name: string; file: string; source: string }[] = [
  {
    name: 'the model imports the pipeline',
    file: 'src/model/imports-pipeline.ts',
    source: `export { buildEdition as violation } from '../pipeline/edition/build-edition.ts';`,
  },
  {
    name: 'the model imports the app',
    file: 'src/model/imports-app.ts',
    source: `export { safeUrl as violation } from '../app/data/safe-url.ts';`,
  },
  {
    name: 'the pipeline imports the app',
    file: 'src/pipeline/imports-app.ts',
    source: `export { safeUrl as violation } from '../app/data/safe-url.ts';`,
  },
  {
    name: 'the app imports the pipeline',
    file: 'src/app/imports-pipeline.ts',
    source: `export { buildEdition as violation } from '../pipeline/edition/build-edition.ts';`,
  },
  {
    name: "the model uses Node's modules",
    file: 'src/model/uses-node-module.ts',
    source: `export { readFileSync as violation } from 'node:fs';`,
  },
  {
    name: "the model uses Node's globals",
    file: 'src/model/uses-node.ts',
    source: `export const violation: unknown = process.env;`,
  },
  {
    name: 'the model uses the DOM',
    file: 'src/model/uses-dom.ts',
    source: `export const violation: unknown = document.title;`,
  },
  {
    name: "the app uses Node's modules",
    file: 'src/app/uses-node-module.ts',
    source: `export { readFileSync as violation } from 'node:fs';`,
  },
  {
    name: "the app uses Node's globals",
    file: 'src/app/uses-node.ts',
    source: `export const violation: unknown = process.env;`,
  },
  {
    name: 'the app imports the service worker',
    file: 'src/app/imports-worker.ts',
    source: `export { urlOf as violation } from '../worker/scope.ts';`,
  },
  {
    name: 'the service worker imports the app',
    file: 'src/worker/imports-app.ts',
    source: `export { safeUrl as violation } from '../app/data/safe-url.ts';`,
  },
  {
    name: 'the service worker uses the DOM',
    file: 'src/worker/uses-dom.ts',
    source: `export const violation: unknown = document.title;`,
  },
  {
    name: 'the pipeline uses the DOM',
    file: 'src/pipeline/uses-dom.ts',
    source: `export const violation: unknown = document.title;`,
  },
];

let copy: SourceCopy;
let output: string;

beforeAll(() => {
  copy = copySource();
  expect(copy.compile()).toBe('');
  for (const { file, source } of VIOLATIONS) writeFileSync(path.join(copy.folder, file), `${source}\n`);
  output = copy.compile();
});
afterAll(() => rmSync(copy.folder, { recursive: true, force: true }));

test.each(VIOLATIONS)('the compiler reports an error if $name', ({ file }) => {
  expect(output).toContain(`${file}(1,`);
  // "Cannot find module" would only mean that the path is wrong.
  expect(output).not.toMatch(new RegExp(`${file.replaceAll('.', '\\.')}\\(1,.*TS2307.*'\\.\\./`));
});
