import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../support/content-folder.ts';
import { withTimeLimit } from '../../../support/time-limits.ts';

const body = (markdown: string): unknown => articleOf('', markdown).article?.body;

test('converts Markdown to a tree with headings from h2', () => {
  expect(body('# One\n\nTwo *three*.\n\n1. a\n2. b')).toEqual([
    { tag: 'h2', id: 'b-one', children: ['One'] },
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

test('removes raw HTML', () => {
  expect(JSON.stringify(body('a <img src=x onerror=alert(1)> b\n\n<script>alert(1)</script>\n\nc'))).not.toMatch(
    /script|onerror|alert/,
  );
});

test('converts links that are not http(s) to text', () => {
  expect(body('[x](javascript:alert(1)) [y](https://y.example/)')).toEqual([
    { tag: 'p', children: ['x', ' ', { tag: 'a', href: 'https://y.example/', children: ['y'] }] },
  ]);
});

test('supports tables', () => {
  expect(JSON.stringify(body('| a | b |\n|---|--:|\n| 1 | 2 |'))).toContain(
    '{"tag":"td","children":["2"],"align":"right"}',
  );
});

describe('a body that would take the parser too long', () => {
  test('a long article is parsed completely', () => {
    const section =
      '## Part\n\nIt is *long*, and [leads](https://a.example/x?y=1) to **others** (see https://b.example/).\n\n- one `code`\n- two\n\n> Said.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx = [1\n```\n\n';
    const { article, diagnostics } = articleOf('', section.repeat(600));
    expect(diagnostics).toEqual([]);
    expect(section.length * 600).toBeGreaterThan(100_000);
    expect(article?.body).toHaveLength(600 * 6);
    expect(article?.body?.slice(-5)).toEqual(article?.body?.slice(1, 6));
    expect(article?.body?.at(-6)).toEqual({ tag: 'h2', id: 'b-part-599', children: ['Part'] });
  });

  test.each([
    ['lines', 'word\n'.repeat(30_000), 'lines'],
    ['characters', 'word '.repeat(50_000), 'characters'],
    ['headings', 'A\n=\n'.repeat(40_000), 'lines of lists'],
    ['lines of a quote', `> a\n${'a\n'.repeat(20_000)}`, 'lines of lists'],
    ['lists on one line', '- - - - a\n'.repeat(20_000), 'list items'],
    ['nested quotes', '> '.repeat(20_000), 'nested'],
    ['nested quotes without spaces', '>'.repeat(20_000), 'nested'],
    ['nested lists', '- '.repeat(20_000), 'nested'],
    ['nested numbered lists', '1. '.repeat(20_000), 'nested'],
    ['nested footnotes', '[^a]: '.repeat(20_000), 'nested'],
    ['nested lists by indentation', nestedLists(600), 'nested'],
    ['cells of short rows', `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'|\n'.repeat(4_000)}`, 'table cells'],
    [
      'rows of no-break spaces',
      `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'\u00a0\n'.repeat(4_000)}`,
      'table cells',
    ],
  ])('too many %s: the rest of the body is plain text', (_, markdown, expected) => {
    const { article, diagnostics } = withTimeLimit(() => articleOf('', `# Before\n\n${markdown}\n\nlast word`), 5);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'plain-text', field: 'body', line: 8, column: 1 }]);
    expect(diagnostics[0]?.message).toContain(expected);
    expect(article?.body?.[0]).toEqual({ tag: 'h2', id: 'b-before', children: ['Before'] });
    expect(article?.body?.at(-1)).toEqual({ tag: 'p', children: ['last word'] });
  });

  test.each([
    ['nested emphasis', '*a '.repeat(10_000) + ' b*'.repeat(10_000)],
    ['unclosed emphasis', '*a_b'.repeat(10_000)],
    ['brackets', '['.repeat(10_000) + '](a)'.repeat(10_000)],
    ['closing brackets', ']'.repeat(40_000)],
    ['nested images', '!['.repeat(10_000) + '](a)'.repeat(10_000)],
    ['unclosed links', '[a](b "'.repeat(10_000)],
    ['struck out text', '~a ~~b '.repeat(6_000)],
    ['code', Array.from({ length: 300 }, (_, length) => '`'.repeat(length)).join(' ')],
    ['comments', 'a <!-- '.repeat(8_000)],
    ['escapes', '[a \\* h'.repeat(8_000)],
  ])('too many marks of %s: the rest of the line is plain text', (_, markdown) => {
    const { article, diagnostics } = withTimeLimit(() => articleOf('', `${markdown}\n\n*last* word`), 5);
    expect(diagnostics.filter(({ code }) => code === 'plain-text')).toMatchObject([{ severity: 'warning', line: 6 }]);
    expect(article?.body?.at(-1)).toEqual({ tag: 'p', children: [{ tag: 'em', children: ['last'] }, ' word'] });
  });
});

describe('HTML and tags that would take other parsers quadratic time', () => {
  const repeat = (text: string): string => text.repeat(Math.floor(190_000 / text.length));
  test.each([
    ['nested elements', repeat('<div>')],
    ['misnested text styles', repeat('<b><i></b></i>')],
    ['text styles around paragraphs', `<div><b><i><u><s><small>${repeat('<p>x</p>')}`],
    ['end tags of other elements', `${repeat('<div>').slice(0, 90_000)}${repeat('</b>').slice(0, 90_000)}`],
    ['attributes', `<div ${repeat('a=b ')}`],
    ['open quotes', repeat(`<a b="<a c='`)],
    ['open scripts', repeat('<svg>\n\n')],
    ['open tags of templates', repeat('{{ ')],
    ['pairs of tags', `${'{% a %}'.repeat(10_000)}${'{% enda %}'.repeat(10_000)}`],
    ['wiki links', repeat('[[')],
    ['spaces in a heading', `# a${' '.repeat(190_000)}{.`],
  ])('%s', (_, markdown) => {
    const { article } = withTimeLimit(() => articleOf('', `First.\n\n${markdown}\n\nLast word`), 5);
    expect(article?.body?.[0]).toEqual({ tag: 'p', children: ['First.'] });
  });
});

test('the first of many quotes are parsed', () => {
  const { article, diagnostics } = articleOf('', '> a\n\n'.repeat(4_000));
  expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'plain-text', field: 'body', line: 4_006 }]);
  expect(article?.body?.at(1_999)).toEqual({ tag: 'blockquote', children: [{ tag: 'p', children: ['a'] }] });
  expect(article?.body?.at(2_000)).toEqual({ tag: 'p', children: ['> a'] });
});

test('an unmatched run of backticks is text', () => {
  expect(body('``` a `` b')).toEqual([{ tag: 'p', children: ['``` a `` b'] }]);
});

function nestedLists(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
}

test('links URLs in text, but not email addresses', () => {
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

test('removes control characters that are written as entities', () => {
  expect(body('a&#x202e;bc `&#x202e;`\u2066d')).toEqual([
    { tag: 'p', children: ['abc ', { tag: 'code', children: ['&#x202e;'] }, 'd'] },
  ]);
});
