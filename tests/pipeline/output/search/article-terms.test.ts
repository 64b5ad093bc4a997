import { expect, test } from 'vitest';
import type { Article, Summary } from '../../../../src/model/article.ts';
import { FIELD } from '../../../../src/model/search/search-index.ts';
import { articleTerms } from '../../../../src/pipeline/output/search/article-terms.ts';

const summary: Summary = {
  slug: 'a',
  title: 'Snow in Łódź',
  excerpt: 'Snow fell.',
  publishedAt: '2021-05-19T15:02:27Z',
  kind: 'article',
  topics: [{ slug: 'x', name: 'Weather' }],
  provider: { name: 'The Times', domain: 'times.example' },
  authors: [{ name: 'Ada Snow' }],
};

test('a term has the fields in which it occurs', () => {
  expect(Object.fromEntries(articleTerms(summary))).toEqual({
    snow: FIELD.title | FIELD.excerpt | FIELD.names,
    in: FIELD.title,
    lodz: FIELD.title,
    fell: FIELD.excerpt,
    weather: FIELD.names,
    the: FIELD.names,
    times: FIELD.names,
    ada: FIELD.names,
  });
});

test('slugs and domains are not searched', () => {
  const terms = articleTerms(summary);
  expect(['a', 'x', 'example', 'article', '2021'].filter((term) => terms.has(term))).toEqual([]);
});

test('an article without excerpt, provider and authors has the terms of its title', () => {
  const { slug, publishedAt, kind } = summary;
  expect([...articleTerms({ slug, publishedAt, kind, title: 'One two', topics: [] }).keys()]).toEqual(['one', 'two']);
});

test('the body is searched if it is given', () => {
  const article: Article = {
    ...summary,
    file: '',
    images: [],
    related: [],
    body: [{ tag: 'p', children: ['Deep snow'] }],
  };
  const terms = articleTerms(summary, article);
  expect(terms.get('deep')).toBe(FIELD.body);
  expect(terms.get('snow')).toBe(FIELD.title | FIELD.excerpt | FIELD.names | FIELD.body);
});

test('a word at the end of one text and one at the start of the next are two', () => {
  expect([...articleTerms({ ...summary, title: 'A.', excerpt: 'B.C.D.' }).keys()].slice(0, 2)).toEqual(['a', 'bcd']);
});
