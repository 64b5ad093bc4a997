import { expect, test } from 'vitest';
import { createUsedPaths } from '../../../src/pipeline/util/used-paths.ts';

test.each([
  ['a/b.html', { owner: 'one', isSame: true }],
  ['A/B.HTML', { owner: 'one', isSame: true }],
  ['a', { owner: 'one', isSame: false }],
  ['a/b.html/c', { owner: 'one', isSame: false }],
  ['c', { owner: 'two', isSame: true }],
  ['c/d/e', { owner: 'two', isSame: false }],
  ['a/b', undefined],
  ['a/c.html', undefined],
  ['cc', undefined],
])('%s is in conflict with %j', (file, conflict) => {
  const used = createUsedPaths<string>((name) => name.toLowerCase());
  used.add('a/b.html', 'one');
  used.add('c', 'two');
  expect(used.find(file)).toEqual(conflict);
});
