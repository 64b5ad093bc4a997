import { expect, test, vi } from 'vitest';
import { indexPages } from '../../../../src/pipeline/edition/references/page-index.ts';
import { articleFile, editionOf, type Files } from '../../../support/content-folder.ts';

vi.mock('../../../../src/pipeline/edition/references/page-index.ts', { spy: true });

const article = (lines = '', body = 'Text.'): string => `---\ntitle: A\ndate: 2026-02-03\n${lines}---\n${body}\n`;

/** Where the link of a body leads, and the diagnostics. */
function linkTo(target: string, files: Files): unknown {
  const { articles, diagnostics } = editionOf({ 'x.md': article('', `[x](${target})`), ...files });
  const { body } = articles.find(({ slug }) => slug === 'x') ?? {};
  return diagnostics.length > 0 ? diagnostics : (body as { children: { to: string }[] }[])[0]?.children[0]?.to;
}

test('a link may be the address that another system gives to an article', () => {
  expect(linkTo('/news/fair/', { 'news/a.md': article('slug: fair\n') })).toBe('/articles/news/fair/');
  expect(linkTo('/news/other/', { 'news/a.md': article('slug: fair\n') })).toMatchObject([{ code: 'bad-link' }]);
});

test.each(['content/blog/fair.md', 'src/content/fair.md', 'blog/fair.md'])(
  'a link may be a path below that of %s',
  (file) => {
    expect(linkTo('/fair/', { [file]: article() })).toBe(`/articles/${file.replace('.md', '')}/`);
  },
);

test.each<[string, Files, number]>([
  ['no text with links', { 'a.md': articleFile() }, 0],
  ['only links to other sites', { 'a.md': articleFile('', '[x](https://b.example/)'), 'site.yaml': 'footer: Text' }, 0],
  ['a link in an article', { 'a.md': articleFile('', '[x](/)') }, 1],
  ['a link in the footer', { 'a.md': articleFile(), 'site.yaml': 'footer: "[x](/)"' }, 1],
  ['a link of the site', { 'a.md': articleFile(), 'site.yaml': 'links: { about: /settings/ }' }, 1],
  ['a link of the site to another', { 'a.md': articleFile(), 'site.yaml': 'links: { about: https://b.example/ }' }, 0],
])('with %s pages are indexed only if a link may lead to one', (_, files, times) => {
  vi.mocked(indexPages).mockClear();
  expect(editionOf(files).diagnostics).toEqual([]);
  expect(indexPages).toHaveBeenCalledTimes(times);
});
