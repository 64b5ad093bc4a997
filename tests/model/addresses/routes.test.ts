import { expect, test } from 'vitest';
import {
  archivePath,
  articlePath,
  orderedFrontPath,
  providerPath,
  topicPath,
} from '../../../src/model/addresses/permalinks.ts';
import { hasFilter, isNarrowed, orderIn, parseRoute, withPages } from '../../../src/model/addresses/routes.ts';

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
  '/constructor/',
  '/toString/',
  '/archive/0/',
  '/archive/x/',
  '/archive/',
  '/topics/',
  '/topics/a/b/',
  '/topics/%E0%A4%A/',
  '/articles//a/',
])('%s is not found', (path) => {
  const route = parseRoute(path);
  expect(route.page).toBe('not-found');
  expect(withPages(route, [{ slug: '~/imprint' }])).toEqual(route);
});

test('an address without another page is that of a page of the publisher, if there is one', () => {
  const pages = [{ slug: '~/about/team' }];
  expect(withPages(parseRoute('/about/team/'), pages)).toEqual({ page: 'article', slug: '~/about/team' });
  expect(withPages(parseRoute('/about/'), pages).page).toBe('not-found');
  expect(withPages(parseRoute('/settings/'), [{ slug: '~/settings' }])).toEqual({ page: 'settings' });
});

test.each(['100% sure', 'فضاء', 'a?b#c', 'a%2Fb'])('a permalink with the name %s parses back to that name', (name) => {
  expect(parseRoute(topicPath(name))).toEqual({ page: 'collection', collection: { kind: 'topic', slug: name } });
  expect(parseRoute(articlePath(`2021/${name}`))).toEqual({ page: 'article', slug: `2021/${name}` });
  expect(parseRoute(archivePath({ kind: 'topic', slug: name }, 2))).toMatchObject({ page: 'archive', number: 2 });
});

test('the permalink of a provider has its domain', () => {
  expect(providerPath('cnn.com')).toBe('/providers/cnn.com/');
});

test.each([
  ['', undefined],
  ['?', undefined],
  ['?sort=top', 'top'],
  ['?sort=newest', 'newest'],
  ['?utm_source=x&sort=top', 'top'],
  ['?sort=top&utm_source=x', 'top'],
  ['?sort=', undefined],
  ['?utm_source=sort', undefined],
  ['?resort=oldest', undefined],
  ['?topics=', undefined],
  ['?copy', undefined],
])('the query `%s` has no filter, and names the order %s', (search, order) => {
  expect(hasFilter(search)).toBe(false);
  expect(orderIn(search)).toBe(order);
});

test.each([
  '?sort=oldest',
  '?sort=topmost',
  '?sort=newest1',
  '?sort=top,',
  '?sort=best',
  '?topics=space',
  '?not=space&sort=top',
  '?sort=top&provider=p.example',
  '?sort=newest&period=2026',
  '?sort=top&show=unread',
  '?page=2',
  '?sort=top&sort=oldest',
])('the query `%s` is a filter', (search) => {
  expect(hasFilter(search)).toBe(true);
});

test('the query of another order than the two of the front page names none', () => {
  for (const search of ['?sort=oldest', '?sort=topmost', '?sort=Top', '?xsort=top', '?sort=newest1'])
    expect(orderIn(search), search).toBeUndefined();
});

test('a filter is one that leaves stories out, or another order or page', () => {
  expect(['?sort=oldest', '?page=2', '?sort=top'].map(isNarrowed)).toEqual([false, false, false]);
  expect(['?topics=a', '?sort=top&not=a', '?show=unread'].map(isNarrowed)).toEqual([true, true, true]);
});

test('the standard order of the front page has the shortest address, the other one names it', () => {
  expect(orderedFrontPath('top', 'top')).toBe('/');
  expect(orderedFrontPath('newest', 'newest')).toBe('/');
  expect(orderedFrontPath('top', 'newest')).toBe('/?sort=top');
  expect(orderedFrontPath('newest', 'top')).toBe('/?sort=newest');
  for (const order of ['top', 'newest'] as const)
    for (const standard of ['top', 'newest'] as const) {
      const { search } = new URL(orderedFrontPath(order, standard), 'https://paper.example');
      expect(hasFilter(search)).toBe(false);
      expect(orderIn(search) ?? standard).toBe(order);
    }
});
