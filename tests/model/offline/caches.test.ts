import { expect, test } from 'vitest';
import { dataFileOf } from '../../../src/model/addresses/route-data.ts';
import { parseRoute } from '../../../src/model/addresses/routes.ts';
import { cacheName, isCacheOf } from '../../../src/model/offline/caches.ts';

test.each([
  ['/', 'broadsheet / data'],
  ['/paper/', 'broadsheet /paper/ data'],
])('the caches of a site are named by its base path (%s)', (basePath, name) => {
  expect(cacheName(basePath, 'data')).toBe(name);
  expect(isCacheOf(basePath, name)).toBe(true);
  expect(isCacheOf(basePath, cacheName(basePath, 'shell', 'abc'), 'shell')).toBe(true);
  expect(isCacheOf(basePath, name, 'shell')).toBe(false);
});

test.each([
  ['/', 'broadsheet /paper/ data'],
  ['/paper/', 'broadsheet / data'],
  ['/paper/', 'broadsheet /paper/two/ data'],
  ['/', 'broadsheet-2 / data'],
  ['/', 'photos'],
])('caches of other sites are told apart (%s, %s)', (basePath, name) => {
  expect(isCacheOf(basePath, name)).toBe(false);
});

test.each([
  ['/', 'data/feeds/all/head.json'],
  ['/topics/space/', 'data/feeds/topics/space/head.json'],
  ['/topics/space/archive/2/', 'data/feeds/topics/space/2.json'],
  ['/providers/p1.example/', 'data/feeds/providers/p1.example/head.json'],
  ['/articles/2025/10/r%C3%A9sum%C3%A9/', 'data/articles/2025/10/résumé.json'],
  ['/saved/', undefined],
  ['/imprint/', undefined],
])('the page %s shows the file %s', (address, file) => {
  expect(dataFileOf(parseRoute(address))).toBe(file);
});
