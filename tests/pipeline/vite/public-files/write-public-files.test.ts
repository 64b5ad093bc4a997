import { describe, expect, test } from 'vitest';
import { createOutputWriter, type OutputWriter } from '../../../../src/pipeline/output/files/output-writer.ts';
import { plannedPaths } from '../../../../src/pipeline/vite/public-files/planned-paths.ts';
import {
  describeCopied,
  rejectCollisions,
  writePublicFiles,
} from '../../../../src/pipeline/vite/public-files/write-public-files.ts';
import { articleFile, contentFolder, editionOf, outputPaths } from '../../../support/content-folder.ts';

const edition = () =>
  editionOf({
    'site.yaml': 'address: https://paper.example/\npagesFolder: pages\n',
    'a.md': articleFile('title: A\ntopics: [Space]\nprovider: { name: P, domain: p.example }\nformerly: /old/a.html'),
    'pages/imprint.md': '---\ntitle: Imprint\n---\nText\n',
  });

const filesAt = (...paths: string[]) => paths.map((path) => ({ path, source: `/content/public/${path}` }));

test.each([
  'articles',
  'articles/a/index.html',
  'Articles/A/index.html',
  'articles/a/index.html/x',
  'imprint/index.html',
  'settings/index.html',
  'topics/space/index.html',
  'providers/p.example/index.html',
  'old/a.html',
  'data/edition.json',
  'data/articles/a.json',
  'data/build.json',
  'data/search',
  'data/offline',
  'sitemap.xml',
  'atom.xml',
  'opensearch.xml',
  'robots.txt',
  'sw.js',
  '_headers',
  'manifest.webmanifest',
  'index.html',
  '404.html',
  'assets/app.js',
  'favicon.ico',
])('that public/%s has the name of a file of the site is known before one is written', (name) => {
  const { built } = edition();
  expect(() => rejectCollisions(filesAt(name), plannedPaths(built, ['assets/app.js', 'favicon.ico']))).toThrow(
    `public/${name} cannot be copied: the site has the file `,
  );
});

test('all files of the edition are known, and other names are free', () => {
  const { built, ...rest } = edition();
  const paths = new Set(plannedPaths(built, []));
  expect(outputPaths({ ...rest, built }).filter((file) => !paths.has(file))).toEqual([]);
  const names = ['CNAME', 'ads.txt', 'articles/a/photo.jpg', 'data/own.csv', 'assets/logo.png', 'imprint.pdf'];
  expect(() => rejectCollisions(filesAt(...names), plannedPaths(built, ['assets/app.js']))).not.toThrow();
});

test('the names of copied files are safe to print', () => {
  expect(describeCopied(filesAt('a\u001b[31m', 'b\n', 'c\u202e', 'd', 'e', 'f'))).toBe(
    '6 files of public/ copied as they are: a\\u001b[31m, b\\n, c\\u202e, d, e and 1 more.',
  );
});

describe('the report of a build', () => {
  test.each([
    [[], ''],
    [['CNAME'], '1 file of public/ copied as it is: CNAME.'],
    [['a', 'b/c'], '2 files of public/ copied as they are: a, b/c.'],
    [['a', 'b', 'c', 'd', 'e'], '5 files of public/ copied as they are: a, b, c, d, e.'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], '7 files of public/ copied as they are: a, b, c, d, e and 2 more.'],
  ])('names %j', (names, text) => {
    expect(describeCopied(filesAt(...names))).toBe(text);
  });
});

describe('a name of the site', () => {
  const writer = (): OutputWriter => {
    const created = createOutputWriter(contentFolder({}));
    created.write({ path: 'articles/a/index.html', body: '' });
    return created;
  };

  test.each([
    ['articles', 'articles/a/index.html'],
    // They are written after the files of the publisher.
    ['sw.js', 'sw.js'],
    ['data/edition.json', 'data/edition.json'],
  ])('cannot be taken by a file of the publisher: %s', (name, other) => {
    expect(() => writePublicFiles(writer(), filesAt('ads.txt', name))).toThrow(
      `public/${name} cannot be copied: the site has the file ${other}. Rename or remove it.`,
    );
  });

  test('is an error for each file that takes one', () => {
    expect(() => writePublicFiles(writer(), filesAt('articles', 'sw.js'))).toThrow(/articles .*\n.*sw\.js /);
  });
});
