import { describe, expect, test } from 'vitest';
import { articleFile, articleOf, editionOf } from '../../../../support/content-folder.ts';

const authorsOf = (lines: string) => articleOf(lines).article?.authors;
const named = (...names: string[]) => names.map((name) => ({ name }));

describe('authors', () => {
  test.each(['author', 'authors', 'byline', 'creator', 'writer'])('are read from `%s`', (name) => {
    expect(articleOf(`${name}: Jo Doe`)).toMatchObject({ article: { authors: named('Jo Doe') }, diagnostics: [] });
  });

  test('are a name, names separated by semicolons, or a list', () => {
    expect(authorsOf('author: Jo Doe; Ann Roe;')).toEqual(named('Jo Doe', 'Ann Roe'));
    expect(authorsOf('authors: [Jo Doe, Ann Roe, Jo Doe]')).toEqual(named('Jo Doe', 'Ann Roe'));
    expect(authorsOf('author: 007')).toEqual(named('007'));
  });

  test('are not separated by commas and words, which may belong to one name', () => {
    expect(authorsOf('author: Doe, Jane')).toEqual(named('Doe, Jane'));
    expect(authorsOf('author: Marks and Spencer & Sons')).toEqual(named('Marks and Spencer & Sons'));
  });

  test('are plain text', () => {
    expect(authorsOf('author: "<b>Ren&eacute;e</b> &amp; Co"')).toEqual(named('Renée & Co'));
  });

  test('are the names in wiki links', () => {
    expect(authorsOf('author: "[[Jo Doe]]"')).toEqual(named('Jo Doe'));
    expect(authorsOf('author: [[Jo Doe]]')).toEqual(named('Jo Doe'));
    expect(authorsOf('author: ["[[people/Jo Doe]]", "[[Ann Roe|Ann]]"]')).toEqual(named('Jo Doe', 'Ann'));
  });

  test.each(['url', 'link', 'website', 'web'])('have the address in `%s`', (name) => {
    expect(authorsOf(`author: { name: Jo Doe, title: Editor, ${name}: "https://jo.example/" }`)).toEqual([
      { name: 'Jo Doe', url: 'https://jo.example/' },
    ]);
  });

  test('are read from `params` in Hugo', () => {
    expect(authorsOf('params:\n  author: Jo Doe')).toEqual(named('Jo Doe'));
    expect(authorsOf('author: Ann Roe\nparams:\n  author: Jo Doe')).toEqual(named('Ann Roe'));
    const { article, diagnostics } = articleOf('params:\n  author: { name: Jo, url: jo.example }');
    expect(article?.authors).toEqual(named('Jo'));
    expect(diagnostics).toMatchObject([{ field: 'params.author.url', line: 6, hint: 'Put `https://` before it.' }]);
  });

  test('are read from the first name of the field that has some', () => {
    expect(authorsOf('authors: []\nauthor: Jo Doe')).toEqual(named('Jo Doe'));
    expect(articleOf('author: [null, ""]').article).not.toHaveProperty('authors');
  });

  test('without a name are left out with a warning', () => {
    const { article, diagnostics } = articleOf(
      'authors: [Jo, { title: Editor }, { name: Ann, url: "ftp://a.example" }]',
    );
    expect(article?.authors).toEqual(named('Jo', 'Ann'));
    expect(diagnostics).toMatchObject([
      { field: 'authors[1]', code: 'bad-author', severity: 'warning', line: 5 },
      { field: 'authors[2].url', code: 'bad-address', severity: 'warning', line: 5 },
    ]);
  });

  test('are at most 16, with names of at most 200 characters', () => {
    const many = articleOf(`authors: [${Array.from({ length: 17 }, (_, index) => `A${index}`).join(', ')}]`);
    expect(many.article?.authors).toHaveLength(16);
    expect(many.diagnostics).toMatchObject([{ field: 'authors[16]', code: 'cut' }]);
    const long = articleOf(`author: ${'x'.repeat(201)}`);
    expect(long.article?.authors?.[0]?.name).toHaveLength(200);
    expect(long.diagnostics).toMatchObject([{ field: 'author', code: 'cut' }]);
  });

  test('are in the summary too', () => {
    const { built } = editionOf({ 'a.md': articleFile('author: Jo Doe') });
    const [record] = built.articles;
    expect(record && JSON.parse(built.serializer.summary(record))).toMatchObject({ authors: named('Jo Doe') });
  });
});
