import { appendFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pipelineFiles, pipelineVersion, versionOf } from '../../../../src/pipeline/content/cache/pipeline-version.ts';
import { createTempFolder } from '../../../support/temp-folder.ts';

const FOLDERS = ['src/pipeline', 'src/model', 'src/app/i18n/languages'];

let copy: string;

beforeAll(() => {
  copy = createTempFolder('pipeline-version');
  for (const part of [...FOLDERS, 'package-lock.json']) cpSync(part, path.join(copy, part), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** One source file of each folder, and the lock file. */
const FILES = [
  ...FOLDERS.flatMap((root) => [
    root,
    ...readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${root}/${name}`),
  ])
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => /\.[jt]s$/.test(name))
    .filter((name, index, all) => all.findIndex((other) => path.dirname(other) === path.dirname(name)) === index),
  'package-lock.json',
];

test('covers every folder of the pipeline and of what it imports', () => {
  const folders = new Set(FILES.map((file) => file.split('/').slice(0, 3).join('/')));
  for (const folder of ['cli', 'vite', 'output', 'edition', 'settings', 'content', 'diagnostics', 'util'])
    expect(folders).toContain(`src/pipeline/${folder}`);
});

test('is the version of the code in `src`', () => {
  expect(pipelineVersion()).toBe(versionOf(path.resolve('src')));
});

test('does not depend on where the code is', () => {
  expect(versionOf(path.join(copy, 'src'))).toBe(pipelineVersion());
});

test.each(FILES)('changes with %s', (file) => {
  const before = versionOf(path.join(copy, 'src'));
  appendFileSync(path.join(copy, file), '\n');
  expect(versionOf(path.join(copy, 'src'))).not.toBe(before);
});

test('throws for a folder without the code', () => {
  expect(() => versionOf(path.join(copy, 'src/model'))).toThrow('ENOENT');
});

test('knows the files of the code that runs', () => {
  for (const file of ['pipeline/bundled/load-pipeline.js', 'model/article.ts', 'app/i18n/languages/de.ts'])
    expect(pipelineFiles()).toContain(path.resolve('src', file));
});
