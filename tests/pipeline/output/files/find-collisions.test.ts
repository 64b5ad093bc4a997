import { expect, test } from 'vitest';
import { findCollisions } from '../../../../src/pipeline/output/files/find-collisions.ts';

const SITE = ['index.html', 'assets/index-a.js', 'articles/a/index.html', 'articles/größe/index.html', 'sw.js'];

test.each([
  ['the same file', 'index.html', 'index.html'],
  ['a file in other letters', 'Index.HTML', 'index.html'],
  ['a folder in other letters', 'ASSETS/index-A.js', 'assets/index-a.js'],
  ['a name in another Unicode form', 'articles/gro\u0308ße/index.html', 'articles/größe/index.html'],
  ['a file in place of a folder', 'articles', 'articles/a/index.html'],
  ['a file in place of a folder of a folder', 'articles/a', 'articles/a/index.html'],
  ['a folder in place of a file', 'sw.js/a/b.txt', 'sw.js'],
])('%s collides', (_, name, other) => {
  expect(findCollisions(['a.txt', name], SITE)).toEqual([[name, other]]);
});

test.each(['ads.txt', 'articles/b.txt', 'articles/a/photo.jpg', 'article', 'index', 'assets/index-a.js.map'])(
  '%s does not',
  (name) => {
    expect(findCollisions([name], SITE)).toEqual([]);
  },
);

test('all collisions are found, in the order of the names', () => {
  expect(findCollisions(['sw.js', 'b.txt', 'index.html'], SITE)).toEqual([
    ['sw.js', 'sw.js'],
    ['index.html', 'index.html'],
  ]);
});
