import { expect, test } from 'vitest';
import { articlePath, providerPath, topicPath } from '../../../src/model/addresses/permalinks.ts';
import { articleFile, encodePath } from '../../../src/model/edition-files.ts';
import { fileAt, fileAtPath, requestedPath, resolveRequest } from '../../../src/pipeline/util/path-to-file.ts';
import { ODD_NAMES } from '../../support/odd-names.ts';

/** Further names that only a table can cover: some file systems refuse them, or a slug cannot have them. */
const NAMES = [
  ...ODD_NAMES,
  'שלום',
  'plus %20 space',
  'x{y}',
  'back`tick',
  'comma,x',
  'eq=x',
  'at@x',
  'dollar$',
  'tilde~x',
  'x.html',
  'sitemap.xml',
  '-dash',
];

/** The files of a site, as a server asks for them. */
const siteOf =
  (...files: string[]) =>
  (file: string) =>
    files.includes(file);

test.each(NAMES)('a page and a data file named %s are found at their URLs', (name) => {
  const [page, data] = [`articles/${name}/index.html`, articleFile(name)];
  expect(fileAt(articlePath(name))).toBe(page);
  for (const basePath of ['/', '/news/']) {
    const find = (address: string) => resolveRequest(basePath + address.slice(1), basePath, siteOf(page, data));
    expect(find(articlePath(name))).toEqual({ file: page });
    expect(find(`/${encodePath(data)}`)).toEqual({ file: data });
    expect(find(`${articlePath(name)}?a=b#c`)).toEqual({ file: page });
  }
});

test.each(NAMES)('the page of a topic or a provider named %s is found at its URL', (name) => {
  expect(fileAt(topicPath(name))).toBe(`topics/${name}/index.html`);
  expect(fileAt(providerPath(name))).toBe(`providers/${name}/index.html`);
});

test.each([
  ['/articles/a', '/', { location: '/articles/a/' }],
  ['/articles/a?x=1', '/', { location: '/articles/a/?x=1' }],
  ['/news', '/news/', { location: '/news/' }],
  ['/news/articles/a', '/news/', { location: '/news/articles/a/' }],
  ['/', '/', { file: 'index.html' }],
  ['/news/', '/news/', { file: 'index.html' }],
  ['/.well-known/x', '/', { file: '.well-known/x' }],
  ['/articles/b/', '/', undefined],
  ['/other/', '/news/', undefined],
])('%s below %s', (url, basePath, expected) => {
  const files = siteOf('index.html', 'articles/a/index.html', '.well-known/x');
  expect(resolveRequest(url, basePath, files)).toEqual(expected);
});

test.each([
  '/../secret',
  '/%2e%2e/secret',
  '/..%2fsecret',
  '/a/..%5c..%5csecret',
  '/%00',
  '/%',
  '/%E0%A4%A',
  '//secret',
  '/%2Fsecret',
  '/.env',
  '/a/.git/config',
])('%s is refused before a file is looked for', (url) => {
  expect(requestedPath(url, '/')).toBeUndefined();
  expect(
    resolveRequest(url, '/', () => {
      throw new Error('A file was looked for');
    }),
  ).toBeUndefined();
});

test('a path that ends in .html is a file, any other is the page of a folder', () => {
  expect(fileAtPath('/')).toBe('index.html');
  expect(fileAtPath('/a')).toBe('a/index.html');
  expect(fileAtPath('/a/')).toBe('a/index.html');
  expect(fileAtPath('/2019/05/story.html')).toBe('2019/05/story.html');
  expect(fileAtPath('/.html')).toBe('.html/index.html');
});
