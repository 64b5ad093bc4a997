import { expect, test } from 'vitest';
import { articleFile, contentFolder, editionOf, type Files } from '../../../support/content-folder.ts';
import { runInShell } from '../../../support/run-in-shell.ts';

const STRICT = { STRICT: 'true' };

/** Each place that can name a local image, with one that does not exist. */
const PLACES: [place: string, file: string, files: Files][] = [
  ['an article', 'a.md', { 'a.md': articleFile('image: gone.png') }],
  ['a body', 'a.md', { 'a.md': articleFile('', '![A boat](gone.png)') }],
  [
    'a related story',
    'a.md',
    { 'a.md': articleFile('related:\n  - { title: R, webUrl: "https://r.example/", images: [{ url: gone.png }] }') },
  ],
  ['a provider of an article', 'a.md', { 'a.md': articleFile('provider: { name: P, images: [{ url: gone.png }] }') }],
  [
    'a provider file',
    'providers/p.yaml',
    {
      'a.md': articleFile('provider: { name: P, domain: p.example }'),
      'providers/p.yaml': 'name: P\ndomain: p.example\nimages: [{ url: gone.png }]\n',
    },
  ],
  ['the logo', 'site.yaml', { 'site.yaml': 'logo: gone.png\n', 'a.md': articleFile() }],
];

test.each(PLACES)('a missing image of %s is a warning, and an error with `strict`', (_, file, files) => {
  const isAboutImage = ({ code }: { code: string }): boolean => code === 'bad-local-image';
  const [lax, strict] = [editionOf(files), editionOf(files, STRICT)];
  expect(lax.diagnostics.filter(isAboutImage)).toMatchObject([{ file, severity: 'warning' }]);
  expect(strict.diagnostics.filter(isAboutImage)).toEqual(
    lax.diagnostics.filter(isAboutImage).map((diagnostic) => ({ ...diagnostic, severity: 'error' })),
  );
  expect(strict.counts).toEqual(lax.counts);
});

test('an image that cannot be used is an error too; an article with it counts as an article', () => {
  const files = { 'site.yaml': 'strict: true\n', 'a.md': articleFile('image: notes.png'), 'notes.png': 'Notes' };
  const { diagnostics, counts } = editionOf(files);
  expect(diagnostics).toMatchObject([{ file: 'a.md', severity: 'error', code: 'bad-local-image' }]);
  expect(counts).toMatchObject({ articles: 1, rejected: 0 });
  expect(editionOf(files, { STRICT: 'false' }).diagnostics).toMatchObject([{ severity: 'warning' }]);
});

test('other warnings, and those of drafts, stay warnings', () => {
  const { diagnostics } = editionOf(
    {
      'a.md': articleFile('quality: high'),
      'b.md': articleFile('draft: true\nimage: gone.png'),
      'c.md': '---\ndraft: true\nimage: gone.png\n---\n',
    },
    STRICT,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(diagnostics.filter(({ code }) => code === 'bad-local-image')).not.toEqual([]);
});

test('the setting takes effect although the article is in the cache', () => {
  const root = contentFolder({ 'a.md': articleFile('image: gone.png') });
  const exitCodes = ['false', 'true', 'false'].map((value) => runInShell(['check', root], { STRICT: value }).exitCode);
  expect(exitCodes).toEqual([0, 1, 0]);
});

test('a value that is no truth value is an error', () => {
  expect(editionOf({ 'a.md': articleFile() }, { STRICT: 'yes' }).diagnostics).toMatchObject([
    { file: 'STRICT', message: 'The environment variable STRICT: expected `true` or `false`, found `yes`.' },
  ]);
});
