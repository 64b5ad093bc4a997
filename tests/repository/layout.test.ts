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

test('the top level holds what a newcomer can take in at a glance', () => {
  const ignored = readFileSync('.gitignore', 'utf8').split('\n');
  const others = readdirSync('.')
    .filter((name) => !name.startsWith('.') && !ignored.includes(`${name}/`))
    .filter((name) => !TOP_LEVEL.includes(name));
  expect(others).toEqual([]);
});

test('src holds the three houses', () => {
  expect(readdirSync('src').filter((name) => name !== 'README.md')).toEqual(['app', 'model', 'pipeline']);
});

test('the app writes no HTML of its own', () => {
  const html = /dangerouslySetInnerHTML|(?:inner|outer)HTML|insertAdjacentHTML|document\.write/;
  expect(filesThatMatch('src/app', html)).toEqual([]);
});

// Fonts, scripts, styles and pictures of the app come with it; only content names other hosts.
test('the app names no address on another host', () => {
  const address = /["'`(](?:https?:)?\/\/(?!www\.w3\.org\/2000\/svg)\w/;
  expect([...filesThatMatch('src/app', address), ...filesThatMatch('public', address)]).toEqual([]);
  expect(readFileSync('index.html', 'utf8')).not.toMatch(address);
});

function filesThatMatch(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => pattern.test(readFileSync(file, 'utf8')));
}
