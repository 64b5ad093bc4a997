import { describe, expect, test } from 'vitest';
import { contentFolder, editionOf, type Files } from '../../../support/content-folder.ts';
import { runInShell } from '../../../support/run-in-shell.ts';

const dated = '---\ntitle: Fair opens\ndate: 2026-02-03\n---\nText.\n';
const page = '---\ntitle: About\n---\nA page.\n';

/** The addresses of the articles, and the messages of the diagnostics. */
function read(files: Files) {
  const { articles, diagnostics, counts } = editionOf(files);
  return {
    slugs: articles.map(({ slug }) => slug),
    messages: diagnostics.map(({ file, severity, message }) => `${file} ${severity}: ${message}`),
    counts,
  };
}

describe('a file without a date', () => {
  test.each<[string, Files, string]>([
    ['Hugo', { 'hugo.toml': '' }, 'content/'],
    ['Zola', { 'config.toml': '', 'templates/page.html': '' }, 'content/'],
    ['Eleventy', { 'eleventy.config.js': '' }, 'content/'],
    ['Astro', { 'astro.config.mjs': '' }, 'src/content/'],
    ['Gatsby', { 'gatsby-config.js': '' }, 'content/'],
    ['Obsidian', { '.obsidian/app.json': '{}' }, ''],
  ])('is a page and no article in a folder of %s, which is said once', (_, evidence, folder) => {
    const files = {
      ...evidence,
      [`${folder}a.md`]: dated,
      [`${folder}b.md`]: page,
      [`${folder}c.md`]: 'Text alone.\n',
    };
    const { slugs, messages, counts } = read(files);
    expect(slugs).toEqual(['a']);
    expect(messages).toEqual([
      `${folder}b.md warning: 2 files without a date are not read: \`${folder}b.md\`, \`${folder}c.md\`.`,
    ]);
    expect(counts).toMatchObject({ files: 3, articles: 1, rejected: 2 });
  });

  test('does not fail the check', () => {
    const root = contentFolder({ 'hugo.toml': '', 'content/a.md': dated, 'content/about.md': page });
    expect(runInShell(['check', root]).exitCode).toBe(0);
  });

  test('is an error if it has another error, and in all other folders', () => {
    const invalid = { 'hugo.toml': '', 'content/a.md': dated, 'content/b.md': '---\ntitle: []\n---\n' };
    expect(read(invalid).messages.join('\n')).toContain('content/b.md error: Expected `publishedDateTime`');
    expect(read({ 'a.md': dated, 'b.md': page }).messages).toEqual([expect.stringMatching(/^b\.md error: /)]);
    expect(read({ '_config.yml': 'title: A', '_posts/b.md': page }).messages).toEqual([
      expect.stringMatching(/^_posts\/b\.md error: /),
    ]);
  });

  test('has no warning in a folder of drafts', () => {
    const { messages, counts } = read({
      '_config.yml': 'title: A',
      '_posts/2026-02-03-a.md': page,
      '_drafts/b.md': page,
    });
    expect(messages).toEqual([]);
    expect(counts).toMatchObject({ articles: 1, drafts: 1 });
  });
});

describe('a file without front matter', () => {
  test('is a body in a folder of a system that has other pages', () => {
    const { articles, diagnostics } = editionOf({ '.obsidian/app.json': '{}', '2026-02-03.md': 'Rain. [[Nobody]]\n' });
    expect(articles).toMatchObject([{ slug: '2026-02-03', title: '2026-02-03', publishedAt: '2026-02-03T00:00:00Z' }]);
    expect(diagnostics).toMatchObject([{ code: 'bad-link', line: 1, column: 7 }]);
  });

  test('may lack only the opening line in Hexo, and the lines of diagnostics are right', () => {
    const file = 'title: Fair opens\ndate: 2026-02-03\nheat: x\n---\nText. [x](missing.md)\n';
    const { articles, diagnostics } = editionOf({ 'source/_posts/a.md': file });
    expect(articles).toMatchObject([{ slug: 'a', title: 'Fair opens' }]);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['not-a-number', 3],
      ['bad-link', 5],
    ]);
    expect(editionOf({ 'a.md': file }).diagnostics).toMatchObject([{ code: 'no-front-matter' }]);
  });
});

test('the name of a note is its title, and the folder of templates is not read', () => {
  const files = {
    '.obsidian/app.json': '{}',
    'Fair opens.md': '---\ndate: 2026-02-03\n---\nText.',
    'Templates/x.md': page,
  };
  const { articles, diagnostics } = editionOf(files);
  expect(articles).toMatchObject([{ title: 'Fair opens' }]);
  expect(diagnostics).toEqual([]);
});

test('the address of an article in Eleventy is without the input folder, and the former one redirects', () => {
  const { articles, built } = editionOf({ 'eleventy.config.js': '', 'src/posts/a.md': dated });
  expect(articles).toMatchObject([{ slug: 'posts/a' }]);
  expect(built.redirects.map(({ file }) => file)).toEqual(['articles/src/posts/a/index.html']);
});

test('Docusaurus reads Markdown as MDX', () => {
  const body = "import Tabs from '@theme/Tabs';\n\n<Tabs>\n\nText.\n\n</Tabs>\n";
  const { articles, diagnostics } = editionOf({
    'docusaurus.config.js': '',
    'blog/2026-02-03-a.md': `---\ntitle: A\n---\n${body}`,
  });
  expect(articles[0]?.body).toEqual([{ tag: 'p', children: ['Text.'] }]);
  expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([
    [4, 'left-out'],
    [6, 'left-out'],
  ]);
});

test('the pattern that reads MDX files too is named', () => {
  const { diagnostics } = editionOf({ 'astro.config.mjs': '', 'src/content/blog/a.mdx': dated });
  expect(diagnostics).toMatchObject([
    { hint: expect.stringContaining("`articles: ['src/content/**/*.{md,mdx}']`") as string },
  ]);
});

test('Docusaurus shows the title once, if the body begins with a heading', () => {
  const file = (body: string): string => `---\ntitle: Fair opens\n---\n${body}`;
  const { articles } = editionOf({
    'docusaurus.config.js': '',
    'blog/2026-02-03-a.md': file('# Fair opens\n\nText.\n'),
    'blog/2026-02-02-b.md': file('Text.\n\n# Part\n'),
  });
  expect(articles.map(({ body }) => body?.length)).toEqual([1, 2]);
});

test('the name of a file of Hugo and Zola may end with its language', () => {
  const languages = (evidence: string): unknown[] =>
    editionOf({
      [evidence]: '',
      'content/a.de.md': dated,
      'content/b.md': dated,
      'content/v1.2.md': dated,
    }).articles.map(({ slug, lang }) => [slug.replace('content/', ''), lang]);
  expect(languages('hugo.toml')).toEqual([
    ['a.de', 'de'],
    ['b', undefined],
    ['v1.2', undefined],
  ]);
  expect(languages('x.txt')).toContainEqual(['a.de', undefined]);
});
