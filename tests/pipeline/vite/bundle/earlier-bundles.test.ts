import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createOutputWriter } from '../../../../src/pipeline/output/files/output-writer.ts';
import { earlierBundles } from '../../../../src/pipeline/vite/bundle/earlier-bundles.ts';
import { createTempFolder } from '../../../support/temp-folder.ts';

const bundle = (name: string) => ({ app: `index-${name}.js`, files: [`assets/index-${name}.js`, 'assets/shared.js'] });

/** What a build does with the files of bundles. */
function build(outDir: string, name: string): void {
  const writer = createOutputWriter(outDir);
  const current = bundle(name);
  for (const file of current.files) writer.write({ path: file, body: file });
  const earlier = earlierBundles(outDir, current);
  for (const { files } of earlier) for (const file of files) writer.keep(file);
  writer.write({ path: 'data/build.json', body: JSON.stringify({ builtAt: '', bundles: [current, ...earlier] }) });
  writer.finish();
}

test('the files of the two bundles before stay, and those before them are deleted', () => {
  const outDir = createTempFolder('bundles');
  for (const name of ['a', 'b', 'b', 'c', 'd']) build(outDir, name);
  expect(readdirSync(path.join(outDir, 'assets')).sort()).toEqual([
    'index-b.js',
    'index-c.js',
    'index-d.js',
    'shared.js',
  ]);
  build(outDir, 'b');
  expect(earlierBundles(outDir, bundle('x')).map(({ app }) => app)).toEqual(['index-b.js', 'index-d.js']);
});

test.each(['', 'no JSON', '{}', '{"bundles":[7,{"app":1}]}'])('a list that is %j is no list', (text) => {
  const outDir = createTempFolder('bundles');
  mkdirSync(path.join(outDir, 'data'));
  writeFileSync(path.join(outDir, 'data/build.json'), text);
  expect(earlierBundles(outDir, bundle('a'))).toEqual([]);
});

test('only files of an earlier build are kept', () => {
  const outDir = createTempFolder('bundles');
  const writer = createOutputWriter(outDir);
  writer.keep('assets/none.js');
  writer.finish();
  expect(existsSync(path.join(outDir, 'assets'))).toBe(false);
});
