import { expect, test } from 'vitest';
import { parseKeptArticle } from '../../../src/app/reader/document/parse-kept-article.ts';
import { toFrontMatter } from '../../../src/app/reader/transfer/to-front-matter.ts';
import { parseForTest } from '../../support/parse-body.ts';

const STORY = { title: 'A', kind: 'article', publishedAt: '2026-01-01T00:00:00Z', topics: [], savedAt: 1 };

const keep = (body: unknown) => {
  const kept = parseKeptArticle({ body, related: [] }, { dropped: 0 });
  if (!kept) throw new Error('Nothing is kept');
  return kept;
};

const contentFile = (change: object): string =>
  toFrontMatter({ ...STORY, slug: 'a', pageUrl: '/a', kept: undefined, ...change });

test.each([
  ['code with empty lines in a quotation', '> a\n>\n>     one\n>\n>     two'],
  ['syntax of templates', '{{< x >}} {% raw %} *a* & <b>'],
  ['a list of tasks', '- [x] done\n- [ ] open'],
  ['an aligned table', '| a | b |\n| --- | ---: |\n| 1 | *2* |'],
  ['a callout', '> [!NOTE]\n> text'],
  ['a link to a heading', '[go](#two)\n\n## Two'],
])('a saved body is read again from its content file: %s', (_, markdown) => {
  const { body } = keep(parseForTest(markdown));
  const [, , ...parts] = contentFile({ kept: { body, related: [] } }).split('---\n');
  expect(keep(parseForTest(parts.join('---\n'))).body).toEqual(body);
});

test('a content file has the video, the derived AMP cache URL, and all fields of related stories', () => {
  const links = { ampUrl: 'https://amp.a.example/b', ampCacheUrl: true };
  const related = [{ title: 'B', kind: 'video', excerpt: 'In short.', lang: 'de', ...links }];
  const file = contentFile({ ...links, kept: { related, video: { host: 'youtube', id: 'abc' } } });
  const cached = '"cdnAmpWebUrl":"https://amp-a-example.cdn.ampproject.org/c/s/amp.a.example/b"';
  expect(file).toContain('\nvideo: "https://youtu.be/abc"\n');
  expect(file).toContain(`\n${cached.replace(/^"(\w+)":/, '$1: ')}\n`);
  expect(file).toContain(
    `"ampWebUrl":"https://amp.a.example/b",${cached},"excerpt":"In short.","type":"video","locale":"de"`,
  );
});
