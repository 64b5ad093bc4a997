import { expect, test } from 'vitest';
import { articleOf } from '../support/content-folder.ts';

const body = (markdown: string): unknown => articleOf('', markdown).article?.body;

test('draws Markdown as a small tree that begins at h2', () => {
  expect(body('# One\n\nTwo *three*.\n\n1. a\n2. b')).toEqual([
    { tag: 'h2', children: ['One'] },
    { tag: 'p', children: ['Two ', { tag: 'em', children: ['three'] }, '.'] },
    {
      tag: 'ol',
      children: [
        { tag: 'li', children: ['a'] },
        { tag: 'li', children: ['b'] },
      ],
    },
  ]);
});

test('holds no raw HTML', () => {
  expect(JSON.stringify(body('a <img src=x onerror=alert(1)> b\n\n<script>alert(1)</script>\n\nc'))).not.toMatch(
    /script|onerror|alert/,
  );
});

test('makes text of links that lead elsewhere than to http(s)', () => {
  expect(body('[x](javascript:alert(1)) [y](https://y.example/)')).toEqual([
    { tag: 'p', children: ['x', ' ', { tag: 'a', href: 'https://y.example/', children: ['y'] }] },
  ]);
});

test('knows tables', () => {
  expect(JSON.stringify(body('| a | b |\n|---|--:|\n| 1 | 2 |'))).toContain(
    '{"tag":"td","children":["2"],"align":"right"}',
  );
});
