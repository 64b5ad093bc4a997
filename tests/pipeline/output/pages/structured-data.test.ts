import { describe, expect, test } from 'vitest';
import type { Article } from '../../../../src/model/article.ts';
import type { BodyNode } from '../../../../src/model/body.ts';
import { structuredData } from '../../../../src/pipeline/output/pages/structured-data.ts';

const site = { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/', address: 'https://paper.example/' };
const article: Article = {
  slug: 'a',
  title: 'A title',
  publishedAt: '2021-05-19T15:02:27Z',
  kind: 'article',
  file: 'a.md',
  topics: [],
  images: [],
  related: [],
};

const dataOf = (fields: Partial<Article>): unknown => {
  const html = structuredData({ site, subject: { article: { ...article, ...fields } } });
  return JSON.parse(/>(.*)<\/script>/s.exec(html)?.[1] ?? '');
};

test('the description is the excerpt, else the first paragraph of the body', () => {
  const body: BodyNode[] = [{ tag: 'p', children: ['First.'] }];
  expect(dataOf({ body })).toMatchObject({ description: 'First.' });
  expect(dataOf({ body, excerpt: 'Own.' })).toMatchObject({ description: 'Own.' });
  expect(dataOf({})).not.toHaveProperty('description');
});

describe('the author in structured data', () => {
  const provider = { name: 'The Source', domain: 'source.example' };
  const organization = { '@type': 'Organization', name: 'The Source', url: 'https://source.example/' };

  test('is each author', () => {
    expect(dataOf({ authors: [{ name: 'Jo', url: 'https://jo.example/' }, { name: 'Ann' }], provider })).toMatchObject({
      author: [
        { '@type': 'Person', name: 'Jo', url: 'https://jo.example/' },
        { '@type': 'Person', name: 'Ann' },
      ],
      sourceOrganization: organization,
      publisher: { name: 'Paper' },
    });
  });

  test('without authors is the provider, else the site', () => {
    expect(dataOf({ provider })).toMatchObject({ author: organization, publisher: { name: 'Paper' } });
    expect(dataOf({ provider })).not.toHaveProperty('sourceOrganization');
    expect(dataOf({})).toMatchObject({ author: { name: 'Paper' } });
  });
});
