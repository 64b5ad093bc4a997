import { expect, test } from 'vitest';
import { articleFile, editionOf, type Files } from '../../../support/content-folder.ts';

const page = '---\ntitle: A page\n---\nText\n';
const warningsOf = (pagesFolder: string, files: Files) =>
  editionOf({ 'a.md': articleFile(), 'site.yaml': `title: P\npagesFolder: ${pagesFolder}\n`, ...files }).diagnostics;

test.each<[string, Files]>([
  ['nix', {}],
  ['pages', { 'pages/note.txt': 'x' }],
  ['pages', { 'Pages/imprint.md': articleFile('link: https://o.example/') }],
  ['a', {}],
])('a folder `%s` without a page is a warning', (pagesFolder, files) => {
  expect(warningsOf(pagesFolder, files)).toMatchObject([
    { file: 'site.yaml', line: 2, field: 'pagesFolder', code: 'no-pages', severity: 'warning' },
  ]);
});

test.each<[string, Files]>([
  ['pages', { 'pages/imprint.md': page }],
  ['site/pages', { 'site/pages/about/team.markdown': page }],
  ['\u00fcber', { 'u\u0308ber/imprint.md': page }],
])('a folder `%s` with one is none', (pagesFolder, files) => {
  expect(warningsOf(pagesFolder, files)).toEqual([]);
});
