import { expect, test } from 'vitest';
import { isInside } from '../../../src/pipeline/util/is-inside.ts';

test.each([
  ['/site', '/site/a.md', true],
  ['/site', '/site/..drafts/a.md', true],
  ['/site', '/site', false],
  ['/site', '/', false],
  ['/site', '/other/a.md', false],
  ['/site', '/site-2/a.md', false],
])('below %s: %s is %s', (folder, file, expected) => {
  expect(isInside(folder, file)).toBe(expected);
});
