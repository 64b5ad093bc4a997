import { expect, test } from 'vitest';
import { archivePath, articlePath, providerPath, topicPath } from '../../../src/model/addresses/permalinks.ts';
import { parseRoute } from '../../../src/model/addresses/routes.ts';

test.each([
  ['/', { page: 'collection', collection: { kind: 'all' } }],
  ['/topics/science/', { page: 'collection', collection: { kind: 'topic', slug: 'science' } }],
  ['/topics/science', { page: 'collection', collection: { kind: 'topic', slug: 'science' } }],
  [
    '/providers/cnn.com/archive/3/',
    { page: 'archive', collection: { kind: 'provider', domain: 'cnn.com' }, number: 3 },
  ],
  ['/archive/12/', { page: 'archive', collection: { kind: 'all' }, number: 12 }],
  ['/articles/2021/05/a/', { page: 'article', slug: '2021/05/a' }],
  ['/settings/', { page: 'settings' }],
])('%s is a route', (path, route) => {
  expect(parseRoute(path)).toEqual(route);
});

test.each([
  '/nowhere/',
  '/archive/0/',
  '/archive/x/',
  '/archive/',
  '/topics/',
  '/topics/a/b/',
  '/topics/%E0%A4%A/',
  '/articles//a/',
])('%s is not found', (path) => {
  expect(parseRoute(path)).toEqual({ page: 'not-found' });
});

test.each(['100% sure', 'فضاء', 'a?b#c', 'a%2Fb'])('a permalink with the name %s parses back to that name', (name) => {
  expect(parseRoute(topicPath(name))).toEqual({ page: 'collection', collection: { kind: 'topic', slug: name } });
  expect(parseRoute(articlePath(`2021/${name}`))).toEqual({ page: 'article', slug: `2021/${name}` });
  expect(parseRoute(archivePath({ kind: 'topic', slug: name }, 2))).toMatchObject({ page: 'archive', number: 2 });
});

test('the permalink of a provider has its domain', () => {
  expect(providerPath('cnn.com')).toBe('/providers/cnn.com/');
});
