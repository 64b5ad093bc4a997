import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { createArticleStore } from '../../../src/pipeline/content/cache/article-store.ts';
import { assembleEdition, readContent } from '../../../src/pipeline/edition/build-edition.ts';
import { updateEdition } from '../../../src/pipeline/edition/update-edition.ts';
import { readSettings } from '../../../src/pipeline/settings/read-settings.ts';
import { articleFile, contentFolder, editionOf, type Files } from '../../support/content-folder.ts';

const authorsOf = (files: Files) => {
  const { articles, diagnostics } = editionOf(files);
  return { authors: articles[0]?.authors, diagnostics };
};

const JO = { name: 'Jo Doe', url: 'https://jo.example/' };
const DATA =
  'jo:\n  name: Jo Doe\n  title: Editor\n  url: https://jo.example/\n  image_url: https://jo.example/i.png\n';

describe('data files of authors', () => {
  test.each(['_data/authors.yml', '_data/authors.yaml', 'blog/authors.yml', 'authors.yml', 'blog/2026/authors.yml'])(
    '%s completes an author by key',
    (file) => {
      const files = { [file]: DATA, 'blog/2026/a.md': articleFile('authors: [jo, Ann Roe]') };
      expect(authorsOf(files)).toEqual({ authors: [JO, { name: 'Ann Roe' }], diagnostics: [] });
    },
  );

  test('the nearest file counts, and files in other folders do not', () => {
    const files = { 'other/authors.yml': 'jo: Else', 'blog/authors.yml': 'jo: Near', '_data/authors.yml': 'jo: Far' };
    expect(authorsOf({ ...files, 'blog/a.md': articleFile('author: jo') }).authors).toEqual([{ name: 'Near' }]);
    expect(authorsOf({ ...files, 'a.md': articleFile('author: jo') }).authors).toEqual([{ name: 'Far' }]);
  });

  test('a file in `_authors` is one author, and not an article', () => {
    const files = {
      '_authors/jo.md': '---\nname: Jo Doe\nwebsite: https://jo.example/\n---\nA life.\n',
      '_authors/ann.md': '---\nshort_name: ar\nname: Ann Roe\n---\n',
      'a.md': articleFile('authors: [jo, ar]'),
    };
    const { articles, counts, diagnostics } = editionOf(files);
    expect(articles[0]?.authors).toEqual([JO, { name: 'Ann Roe' }]);
    expect([counts.files, diagnostics]).toEqual([1, []]);
  });

  test('the article overrides the entry', () => {
    const files = { 'authors.yml': DATA, 'a.md': articleFile('authors: [{ key: jo, name: J. Doe }, { id: jo }]') };
    expect(authorsOf(files).authors).toEqual([{ ...JO, name: 'J. Doe' }, JO]);
  });

  test('two keys of one author count once', () => {
    const files = { 'authors.yml': `${DATA}jd: Jo Doe\n`, 'a.md': articleFile('authors: [jo, jd]') };
    expect(authorsOf(files).authors).toEqual([JO]);
  });

  test('a file that cannot be read, or a bad entry, is a warning', () => {
    const article = { 'a.md': articleFile('author: jo') };
    expect(authorsOf({ ...article, 'authors.yml': '- jo\n' })).toMatchObject({
      authors: [{ name: 'jo' }],
      diagnostics: [{ file: 'authors.yml', severity: 'warning', code: 'not-a-mapping' }],
    });
    expect(authorsOf({ ...article, 'authors.yml': 'jo:\n  name: Jo\n  url: /about\n' })).toMatchObject({
      authors: [{ name: 'Jo' }],
      diagnostics: [{ file: 'authors.yml', line: 3, field: 'jo.url', severity: 'warning', code: 'bad-address' }],
    });
    expect(authorsOf({ ...article, 'authors.yml': 'jo: [Jo]\n' })).toMatchObject({
      authors: [{ name: 'jo' }],
      diagnostics: [{ file: 'authors.yml', field: 'jo', severity: 'warning', code: 'not-text' }],
    });
  });

  test('a change of a data file changes the articles that use it', () => {
    const root = contentFolder({ 'authors.yml': DATA, 'a.md': articleFile('author: jo') });
    const { settings } = readSettings({ root, env: {}, mode: 'build' });
    const store = createArticleStore({ root });
    const read = () => {
      const content = readContent({ root, settings, store });
      const built = assembleEdition(content);
      const [record] = built.articles;
      if (!record) throw new Error('Expected an article');
      const { authors } = JSON.parse(built.serializer.article(record)) as Article;
      return {
        content,
        built,
        authors,
        versions: [built.serializer.articleVersion(record), built.serializer.summaryVersion(record)],
      };
    };
    const before = read();
    writeFileSync(path.join(root, 'authors.yml'), 'jo: Joan Doe\n');
    expect(updateEdition(before.content, before.built, ['authors.yml'])).toBeUndefined();
    const after = read();
    expect(after.authors).toEqual([{ name: 'Joan Doe' }]);
    for (const version of after.versions) expect(before.versions).not.toContain(version);
  });

  test('a change of the authors of an article is an update', () => {
    const root = contentFolder({ 'a.md': articleFile('author: Jo') });
    const { settings } = readSettings({ root, env: {}, mode: 'build' });
    const content = readContent({ root, settings, store: createArticleStore({ root }) });
    const built = assembleEdition(content);
    writeFileSync(path.join(root, 'a.md'), articleFile('author: Ann'));
    const updated = updateEdition(content, built, ['a.md'])?.built;
    const [record] = updated?.articles ?? [];
    expect(record && updated?.serializer.summary(record)).toContain('"authors":[{"name":"Ann"}]');
  });
});
