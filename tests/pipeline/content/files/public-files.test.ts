import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectLayout } from '../../../../src/pipeline/content/files/folder-layout.ts';
import { listPublicFiles } from '../../../../src/pipeline/content/files/public-files.ts';
import { articleFile, contentFolder, editionOf } from '../../../support/content-folder.ts';
import { svg } from '../../../support/image-files.ts';

const listIn = (root: string) => listPublicFiles(root, detectLayout(root));
const namesIn = (root: string): string[] => listIn(root).files.map(({ path: name }) => name);

test('all files are copied, but hidden ones only where hosts need them', () => {
  const root = contentFolder({
    'public/CNAME': 'paper.example',
    'public/.nojekyll': '',
    'public/.well-known/security.txt': 'Contact: mailto:a@b.example',
    'public/.well-known/.secret': '',
    'public/.env': 'KEY=1',
    'public/.git/config': '',
    'public/images/.hidden.jpg': '',
    'public/images/Schöne Bilder #1/🌊.jpg': '',
    'public/note.md': '# A note',
  });
  expect(namesIn(root)).toEqual([
    '.nojekyll',
    '.well-known/security.txt',
    'CNAME',
    'images/Schöne Bilder #1/🌊.jpg',
    'note.md',
  ]);
  expect(listIn(root).diagnostics).toEqual([]);
});

test('links are followed inside the content folder, and named where they lead out of it', () => {
  const root = contentFolder({ 'shared/a.txt': 'a', 'public/b.txt': 'b' });
  const outside = contentFolder({ 'secret.txt': 'secret' });
  symlinkSync(path.join(root, 'shared/a.txt'), path.join(root, 'public/a.txt'));
  symlinkSync(path.join(outside, 'secret.txt'), path.join(root, 'public/c.txt'));
  symlinkSync(outside, path.join(root, 'public/folder'));
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'public/broken'));
  expect(namesIn(root)).toEqual(['a.txt', 'b.txt']);
  expect(listIn(root).diagnostics).toMatchObject([
    { file: 'public/c.txt', severity: 'warning', code: 'outside' },
    { file: 'public/folder', severity: 'warning', code: 'outside' },
  ]);
});

test('one warning names the files that browsers run', () => {
  const names = ['a.html', 'b.SVG', 'c/d.mjs', 'e.htm', 'f.txt', 'g.jpg'];
  const root = contentFolder(Object.fromEntries(names.map((name) => [`public/${name}`, ''])));
  expect(listIn(root).diagnostics).toMatchObject([
    {
      file: 'public',
      code: 'active-file',
      message: expect.stringContaining('`a.html`, `b.SVG`, `c/d.mjs` and 1 more') as string,
    },
  ]);
});

test('a file with the name of one that every site has is an error', () => {
  const root = contentFolder({
    'a.md': articleFile(),
    'public/Index.html': '',
    'public/news/index.html': '',
    'public/sw.js': '',
  });
  const { diagnostics } = listIn(root);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
    { file: 'public/Index.html', code: 'taken-file' },
    { file: 'public/sw.js', code: 'taken-file' },
  ]);
});

test.each([
  ['Hugo', { 'hugo.toml': '', 'content/a.md': articleFile() }],
  ['Hexo', { '_config.yml': '', 'source/_posts/a.md': articleFile() }],
])('nothing is copied from the folder of %s, where its site lies', (system, files) => {
  const root = contentFolder({ ...files, 'public/index.html': '<p>Old</p>' });
  expect(detectLayout(root).system).toBe(system);
  expect(listIn(root)).toEqual({ files: [], diagnostics: [] });
});

test('a folder without `public/`, or with a file of that name, has none', () => {
  const root = contentFolder({ 'a.md': articleFile() });
  expect(namesIn(root)).toEqual([]);
  writeFileSync(path.join(root, 'public'), '');
  expect(namesIn(root)).toEqual([]);
  mkdirSync(path.join(root, 'other'));
});

test('articles can name its pictures by their address, and its Markdown files are no articles', () => {
  const { articles, diagnostics } = editionOf({
    'a.md': articleFile('image: /images/pier.svg'),
    'public/images/pier.svg': svg(800, 600),
    'public/b.md': articleFile(),
  });
  expect(articles).toHaveLength(1);
  expect(articles[0]?.image).toMatchObject({ width: 800, height: 600 });
  expect(diagnostics.filter(({ code }) => code !== 'active-file')).toEqual([]);
});
