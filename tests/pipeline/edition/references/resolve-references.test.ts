import { expect, test } from 'vitest';
import { editionOf, type Files } from '../../../support/content-folder.ts';

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
