import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../support/content-folder.ts';
import { inTime } from '../../../support/time-limits.ts';

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

describe('a body that would take the parser too long', () => {
  test('a long article is none: all of it is read as Markdown', () => {
    const section =
      '## Part\n\nIt is *long*, and [leads](https://a.example/x?y=1) to **others** (see https://b.example/).\n\n- one `code`\n- two\n\n> Said.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx = [1\n```\n\n';
    const { article, diagnostics } = articleOf('', section.repeat(600));
    expect(diagnostics).toEqual([]);
    expect(section.length * 600).toBeGreaterThan(100_000);
    expect(article?.body).toHaveLength(600 * 6);
    expect(article?.body?.slice(-6)).toEqual(article?.body?.slice(0, 6));
  });

  test.each([
    ['lines', 'word\n'.repeat(30_000), 'lines'],
    ['characters', 'word '.repeat(50_000), 'characters'],
    ['headings', 'A\n=\n'.repeat(40_000), 'lines of lists'],
    ['lines of a quote', `> a\n${'a\n'.repeat(20_000)}`, 'lines of lists'],
    ['lists on one line', '- - - - a\n'.repeat(20_000), 'list items'],
    ['quotes inside each other', '> '.repeat(20_000), 'nested'],
    ['quotes without blanks', '>'.repeat(20_000), 'nested'],
    ['lists inside each other', '- '.repeat(20_000), 'nested'],
    ['numbered lists inside each other', '1. '.repeat(20_000), 'nested'],
    ['notes inside each other', '[^a]: '.repeat(20_000), 'nested'],
    ['lists indented below each other', listBelowList(600), 'nested'],
    ['cells of short rows', `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'|\n'.repeat(4_000)}`, 'table cells'],
    [
      'rows of no-break spaces',
      `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'\u00a0\n'.repeat(4_000)}`,
      'table cells',
    ],
  ])('%s: text without marks from there', (_, markdown, expected) => {
    const { article, diagnostics } = inTime(() => articleOf('', `# Before\n\n${markdown}\n\nlast word`), 5);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'plain-text', field: 'body', line: 8, column: 1 }]);
    expect(diagnostics[0]?.message).toContain(expected);
    expect(article?.body?.[0]).toEqual({ tag: 'h2', children: ['Before'] });
    expect(article?.body?.at(-1)).toEqual({ tag: 'p', children: ['last word'] });
  });

  test.each([
    ['emphasis inside emphasis', '*a '.repeat(10_000) + ' b*'.repeat(10_000)],
    ['emphasis that is never closed', '*a_b'.repeat(10_000)],
    ['brackets', '['.repeat(10_000) + '](a)'.repeat(10_000)],
    ['closing brackets', ']'.repeat(40_000)],
    ['pictures inside each other', '!['.repeat(10_000) + '](a)'.repeat(10_000)],
    ['links without end', '[a](b "'.repeat(10_000)],
    ['struck out text', '~a ~~b '.repeat(6_000)],
    ['code', Array.from({ length: 300 }, (_, length) => '`'.repeat(length)).join(' ')],
    ['comments', 'a <!-- '.repeat(8_000)],
    ['escapes', '[a \\* h'.repeat(8_000)],
  ])('%s, the rest of the line is text', (_, markdown) => {
    const { article, diagnostics } = inTime(() => articleOf('', `${markdown}\n\n*last* word`), 5);
    expect(diagnostics.filter(({ code }) => code === 'plain-text')).toMatchObject([{ severity: 'warning', line: 6 }]);
    expect(article?.body?.at(-1)).toEqual({ tag: 'p', children: [{ tag: 'em', children: ['last'] }, ' word'] });
  });
});

test('of many quotes the first stay quotes', () => {
  const { article, diagnostics } = articleOf('', '> a\n\n'.repeat(4_000));
  expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'plain-text', field: 'body', line: 4_006 }]);
  expect(article?.body?.at(1_999)).toEqual({ tag: 'blockquote', children: [{ tag: 'p', children: ['a'] }] });
  expect(article?.body?.at(2_000)).toEqual({ tag: 'p', children: ['> a'] });
});

test('a run of backticks that closes nothing is text, whole', () => {
  expect(body('``` a `` b')).toEqual([{ tag: 'p', children: ['``` a `` b'] }]);
});

function listBelowList(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
}

test('knows addresses, and makes no links of those of mail', () => {
  expect(body('Write to me@a.example or see https://a.example/_b_c and www.b.example.')).toEqual([
    {
      tag: 'p',
      children: [
        'Write to ',
        'me@a.example',
        ' or see ',
        { tag: 'a', href: 'https://a.example/_b_c', children: ['https://a.example/_b_c'] },
        ' and ',
        { tag: 'a', href: 'http://www.b.example/', children: ['www.b.example'] },
        '.',
      ],
    },
  ]);
});

test('leaves out controls that an entity stands for', () => {
  expect(body('a&#x202e;bc `&#x202e;`\u2066d')).toEqual([
    { tag: 'p', children: ['abc ', { tag: 'code', children: ['&#x202e;'] }, 'd'] },
  ]);
});
