import { expect, test } from 'vitest';
import { elementsOf, outlineOf } from '../../support/body-tree.ts';
import { articleFile, editionOf } from '../../support/content-folder.ts';

const OTHERS = {
  '2026/bridge.md': articleFile(
    'title: Bridge closes\nformerly: /old/bridge.html\nlink: https://o.example/1',
    '## Why\n\nRust.',
  ),
  '2026/2026-03-01-pier.md': articleFile('title: The pier\nlink: https://o.example/2', 'x'),
  'folder/index.md': articleFile('title: A folder\nlink: https://o.example/3', 'x'),
  'hidden.md': articleFile('draft: true\nlink: https://o.example/4', 'x'),
};

function linkIn(markdown: string, env: NodeJS.ProcessEnv = {}) {
  const { articles, diagnostics } = editionOf({ '2026/fair.md': articleFile('', markdown), ...OTHERS }, env);
  const body = articles.find(({ file }) => file === '2026/fair.md')?.body;
  const link = elementsOf(body).find(({ tag }) => tag === 'a');
  return { target: link?.to ?? link?.href, body, diagnostics };
}

const BRIDGE = '/articles/2026/bridge/';

test.each([
  ['[x](bridge.md)', BRIDGE],
  ['[x](./bridge)', BRIDGE],
  ['[x](bridge/)', BRIDGE],
  ['[x](bridge.html)', BRIDGE],
  ['[x](../2026/bridge.md#why)', `${BRIDGE}#b-why`],
  ['[x](/2026/bridge.md)', BRIDGE],
  ['[x](../bridge/)', BRIDGE],
  ['[x](@/2026/bridge.md)', BRIDGE],
  ['[x](/articles/2026/bridge/)', BRIDGE],
  ['[x](/articles/2026/bridge)', BRIDGE],
  ['[x](/old/bridge.html)', BRIDGE],
  ['<a href="bridge.md">x</a>', BRIDGE],
  ['[x][r]\n\n[r]: bridge.md', BRIDGE],
  ['[x](../folder/)', '/articles/folder/'],
  ['[x](../folder/index.md)', '/articles/folder/'],
  ['[x](/settings/)', '/settings/'],
  ['[x](/)', '/'],
  ['[[bridge]]', BRIDGE],
  ['[[Bridge|x]]', BRIDGE],
  ['[[2026/bridge]]', BRIDGE],
  ['[[Bridge closes]]', BRIDGE],
  ['[[bridge#Why|x]]', `${BRIDGE}#b-why`],
  ['![[bridge]]', BRIDGE],
  ['<div>See [[bridge]].</div>', BRIDGE],
  ['<p title="a & b">[[bridge#Why|x & <y>]]</p>', `${BRIDGE}#b-why`],
  ['[[pier]]', '/articles/2026/2026-03-01-pier/'],
  ['[x]({% post_url 2026-03-01-pier %})', '/articles/2026/2026-03-01-pier/'],
  ['[x]({% link 2026/bridge.md %})', BRIDGE],
  ['[x]({{< ref "bridge.md#why" >}})', `${BRIDGE}#b-why`],
  ['[x]({{% relref "/2026/bridge" %}})', BRIDGE],
  ['[x]({{ site.baseurl }}/articles/2026/bridge/)', BRIDGE],
  ['[x]({{ "/articles/2026/bridge/" | relative_url }})', BRIDGE],
])('%s leads to the page', (markdown, expected) => {
  const { target, diagnostics } = linkIn(markdown);
  expect(target).toBe(expected);
  expect(diagnostics).toEqual([]);
});

test('full addresses of this site lead to its pages, also below a base path', () => {
  const env = { ADDRESS: 'https://paper.example/base/' };
  expect(linkIn('[x](https://paper.example/base/articles/2026/bridge/#why)', env).target).toBe(`${BRIDGE}#b-why`);
  expect(linkIn('[x](/base/articles/2026/bridge/)', env).target).toBe(BRIDGE);
  expect(linkIn('[x](https://paper.example/base/other/)', env).target).toBe('https://paper.example/base/other/');
});

test.each(['[*x*](nothing.md)', '[*x*](/about/)', '[*x*](../../outside.md)', '[*x*](../hidden.md)'])(
  '%s leads nowhere: its text stays, with a warning',
  (markdown) => {
    const { body, diagnostics } = linkIn(`Text\n\n${markdown}`);
    expect(outlineOf(body)).toBe('p(Text)p(em(x))');
    expect(diagnostics).toMatchObject([{ code: 'bad-link', field: 'body', file: '2026/fair.md', line: 8, column: 1 }]);
  },
);

test('a link to the article itself stays in the page', () => {
  expect(linkIn('[x](fair.md#here)\n\n## Here').target).toBe('#b-here');
});

test('the version of an article changes with the targets of its links', () => {
  const versionWith = (slug: string): string | undefined => {
    const files = {
      'a.md': articleFile('', '[x](b.md)'),
      'b.md': articleFile(`slug: ${slug}\nlink: https://o.example/`, 'x'),
    };
    const { built } = editionOf(files);
    const record = built.articles.find(({ file }) => file === 'a.md');
    return record && built.serializer.articleVersion(record);
  };
  expect(versionWith('one')).toBe(versionWith('one'));
  expect(versionWith('one')).not.toBe(versionWith('two'));
});
