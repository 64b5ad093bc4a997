import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const TOP_LEVEL = [
  'LICENSE',
  'README.md',
  'biome.json',
  'content',
  'index.html',
  'knip.json',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
];

test('the top level has only the known files and folders', () => {
  const ignored = readFileSync('.gitignore', 'utf8').split('\n');
  const others = readdirSync('.')
    .filter((name) => !name.startsWith('.') && !ignored.includes(`${name}/`))
    .filter((name) => !TOP_LEVEL.includes(name));
  expect(others).toEqual([]);
});

test('src has four layers', () => {
  expect(readdirSync('src').filter((name) => name !== 'README.md')).toEqual(['app', 'model', 'pipeline', 'worker']);
});

test('the app writes no HTML strings', () => {
  const html = /dangerouslySetInnerHTML|(?:inner|outer)HTML|insertAdjacentHTML|document\.write/;
  expect(filesThatMatch('src/app', html)).toEqual([]);
});

// Fonts, scripts, styles and icons are part of the app. Only content has URLs of other hosts.
test('the app has no URL of another host', () => {
  const address = /["'`(](?:https?:)?\/\/(?!www\.w3\.org\/2000\/svg)\w/;
  const found = [...filesThatMatch('src/app', address), ...filesThatMatch('public', address)];
  // The sample texts are content.
  expect(found.filter((file) => file !== 'src/app/parts/sample-stories.ts')).toEqual([]);
  expect(readFileSync('index.html', 'utf8')).not.toMatch(address);
});

function filesThatMatch(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => pattern.test(readFileSync(file, 'utf8')));
}
