import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectLayout } from '../../../../src/pipeline/content/files/folder-layout.ts';
import { listPublicFiles } from '../../../../src/pipeline/content/files/public-files.ts';
import { articleFile, buildIn, contentFolder, editionOf } from '../../../support/content-folder.ts';
import { svg } from '../../../support/image-files.ts';

const listIn = (root: string) => listPublicFiles(root, detectLayout(root));
const namesIn = (root: string): string[] => listIn(root).files.map(({ path: name }) => name);

test('all files are copied, but hidden ones only where hosts need them', () => {
  const root = contentFolder({
    'public/CNAME': 'paper.example',
    'public/.nojekyll': '',
    'public/.well-known/security.txt': 'Contact: mailto:a@b.example',
    'public/.well-known/.secret': '',
    'public/.well-known/acme/token': 'x',
    'public/.well-known/acme/.htpasswd': 'x',
    'public/.well-known/a/b/.DS_Store': 'x',
    'public/images/.well-known/x': 'x',
    'public/images/.nojekyll': 'x',
    'public/.env': 'KEY=1',
    'public/.git/config': '',
    'public/images/.hidden.jpg': '',
    'public/images/Schöne Bilder #1/🌊.jpg': '',
    'public/note.md': '# A note',
  });
  expect(namesIn(root)).toEqual([
    '.nojekyll',
    '.well-known/acme/token',
    '.well-known/security.txt',
    'CNAME',
    'images/Schöne Bilder #1/🌊.jpg',
    'note.md',
  ]);
  expect(listIn(root).diagnostics).toEqual([]);
});

test('links are followed inside the content folder, and named where they lead out of it or nowhere', () => {
  const root = contentFolder({
    'common/a.txt': 'a',
    'common/sub/d.txt': 'd',
    'common/.env': 'KEY=1',
    'public/b.txt': 'b',
  });
  const outside = contentFolder({ 'secret.txt': 'secret' });
  symlinkSync(path.join(root, 'common/a.txt'), path.join(root, 'public/a.txt'));
  symlinkSync('../common', path.join(root, 'public/linked'));
  symlinkSync(path.join(outside, 'secret.txt'), path.join(root, 'public/c.txt'));
  symlinkSync(outside, path.join(root, 'public/folder'));
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'public/broken'));
  expect(namesIn(root)).toEqual(['a.txt', 'b.txt', 'linked/a.txt', 'linked/sub/d.txt']);
  expect(listIn(root).diagnostics).toMatchObject([
    { file: 'public/broken', severity: 'warning', code: 'broken-link' },
    { file: 'public/c.txt', severity: 'warning', code: 'outside-link' },
    { file: 'public/folder', severity: 'warning', code: 'outside-link' },
  ]);
  const warnings = buildIn(root).diagnostics.filter(({ code }) => code.endsWith('-link'));
  expect(warnings.map(({ file }) => file)).toEqual(['public/broken', 'public/c.txt', 'public/folder']);
});

test('a link does not copy a hidden file under another name', () => {
  const root = contentFolder({ '.env': 'KEY=1', '.git/config': 'x', 'public/a.txt': 'a', 'public/.well-known/x': 'x' });
  symlinkSync('../.env', path.join(root, 'public/env.txt'));
  symlinkSync('../.git', path.join(root, 'public/git'));
  symlinkSync('../.git/config', path.join(root, 'public/config'));
  symlinkSync('.well-known/x', path.join(root, 'public/x.txt'));
  expect(namesIn(root)).toEqual(['.well-known/x', 'a.txt', 'x.txt']);
  expect(listIn(root).diagnostics).toMatchObject([
    { file: 'public/config', severity: 'warning', code: 'hidden-link' },
    { file: 'public/env.txt', severity: 'warning', code: 'hidden-link' },
    { file: 'public/git', severity: 'warning', code: 'hidden-link' },
  ]);
});

test.each<[string, string, string[], string]>([
  ['itself', 'loop', ['a.txt', 'sub/b.txt'], 'broken-link'],
  ['its folder', '.', ['a.txt', 'sub/b.txt'], 'repeated-link'],
  ['a folder beside it', 'sub', ['a.txt', 'sub/b.txt'], 'repeated-link'],
  ['the content folder', '..', ['a.txt', 'sub/b.txt'], 'outside-link'],
])('a link to %s is named, and ends', (_, target, names, code) => {
  const root = contentFolder({ 'a.md': articleFile(), 'public/a.txt': 'a', 'public/sub/b.txt': 'b' });
  symlinkSync(target, path.join(root, 'public/loop'));
  expect(namesIn(root)).toEqual(names);
  expect(listIn(root).diagnostics).toMatchObject([{ file: 'public/loop', severity: 'warning', code }]);
});

test('`public` may be a link to a folder', () => {
  const root = contentFolder({ 'a.md': articleFile(), 'common/a.txt': 'a' });
  symlinkSync('common', path.join(root, 'public'));
  expect(listIn(root)).toMatchObject({ files: [{ path: 'a.txt' }], diagnostics: [] });
  const outside = contentFolder({ 'a.md': articleFile() });
  symlinkSync(root, path.join(outside, 'public'));
  expect(listIn(outside)).toMatchObject({ files: [], diagnostics: [{ file: 'public', code: 'outside-link' }] });
});

test('a link from `public` to itself is no folder', () => {
  const root = contentFolder({ 'a.md': articleFile() });
  symlinkSync('public', path.join(root, 'public'));
  expect(namesIn(root)).toEqual([]);
  expect(buildIn(root).articles).toHaveLength(1);
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

test('a file with the name of one that every site has is an error, and not copied', () => {
  const root = contentFolder({
    'a.md': articleFile(),
    'public/Index.html': '',
    'public/news/index.html': '',
    'public/sw.js': '',
  });
  const { files, diagnostics } = listIn(root);
  expect(files.map((file) => file.path)).toEqual(['news/index.html']);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
    { file: 'public/Index.html', code: 'taken-file' },
    { file: 'public/sw.js', code: 'taken-file' },
  ]);
});

test.each([
  ['Hugo', { 'hugo.toml': '', 'content/a.md': articleFile() }],
  ['Hexo', { '_config.yml': '', 'source/_posts/a.md': articleFile() }],
  ['Gatsby', { 'gatsby-config.js': '', 'content/a.md': articleFile() }],
  ['Zola', { 'config.toml': '', 'templates/page.html': '', 'content/a.md': articleFile() }],
])('nothing is copied from the folder of %s, where its site lies', (system, files) => {
  const root = contentFolder({ ...files, 'public/index.html': '<p>Old</p>' });
  expect(detectLayout(root).system).toBe(system);
  expect(listIn(root)).toEqual({ files: [], diagnostics: [] });
  expect(buildIn(root).diagnostics).toEqual([]);
});

test('a folder without `public/`, or with a file of that name, has none', () => {
  const root = contentFolder({ 'a.md': articleFile() });
  expect(namesIn(root)).toEqual([]);
  writeFileSync(path.join(root, 'public'), '');
  expect(namesIn(root)).toEqual([]);
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
