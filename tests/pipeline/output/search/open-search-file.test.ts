import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Site } from '../../../../src/model/site.ts';
import { structuredData } from '../../../../src/pipeline/output/pages/structured-data.ts';
import { openSearchFiles, openSearchLink } from '../../../../src/pipeline/output/search/open-search-file.ts';

const site: Site = {
  title: 'The "Daily" & Co, with a long name',
  language: 'en-GB',
  timeZone: 'UTC',
  basePath: '/news/',
  address: 'https://daily.example/news/',
};
const withoutAddress: Site = { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/news/' };

const parse = (xml: string): unknown =>
  new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', processEntities: true }).parse(xml);

describe('the description of the search for browsers', () => {
  test('has the address of the search below the base path, and a name of sixteen characters', () => {
    const [file] = openSearchFiles(site);
    expect(file?.path).toBe('opensearch.xml');
    expect(parse(file?.body ?? '')).toMatchObject({
      OpenSearchDescription: {
        xmlns: 'http://a9.com/-/spec/opensearch/1.1/',
        ShortName: 'The "Daily" & Co',
        InputEncoding: 'UTF-8',
        Image: { '#text': 'https://daily.example/news/favicon.ico' },
        Url: { type: 'text/html', template: 'https://daily.example/news/search/?q={searchTerms}' },
      },
    });
  });

  test.each([
    ['Ohlenbrücker Stadtblatt', 'Ohlenbrücker'],
    ['Generalanzeiger', 'Generalanzeiger'],
    ['Straßenverkehrsbehörde', 'Straßenverkehrsb'],
  ])('calls %s by whole words: %s', (title, name) => {
    const [file] = openSearchFiles({ ...site, title });
    expect(parse(file?.body ?? '')).toMatchObject({ OpenSearchDescription: { ShortName: name } });
  });

  test('is named in the head of the front page', () => {
    expect(openSearchLink(site)).toBe(
      '<link rel="search" type="application/opensearchdescription+xml" title="The &quot;Daily&quot; &amp; Co, with a long name" href="/news/opensearch.xml">',
    );
  });

  test.each([
    ['without a full address', withoutAddress],
    ['without a search', { ...site, hasNoSearch: true } satisfies Site],
  ])('is left out %s', (_, without) => {
    expect(openSearchFiles(without)).toEqual([]);
    expect(openSearchLink(without)).toBe('');
  });
});

describe('the structured data of the front page', () => {
  const dataOf = (of: Site, collection: { kind: 'all' } | { kind: 'topic'; slug: string }): string =>
    structuredData({ site: of, subject: { list: [], collection } });

  test('have the search of the site', () => {
    const [, json = ''] =
      /<script type="application\/ld\+json">(.*)<\/script>/.exec(dataOf(site, { kind: 'all' })) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'WebSite',
      url: 'https://daily.example/news/',
      potentialAction: {
        '@type': 'SearchAction',
        target: { urlTemplate: 'https://daily.example/news/search/?q={search_term_string}' },
        'query-input': 'required name=search_term_string',
      },
    });
  });

  test('do not have it without an address, without a search, and on other pages', () => {
    expect(dataOf(withoutAddress, { kind: 'all' })).toBe('');
    expect(dataOf({ ...site, hasNoSearch: true }, { kind: 'all' })).toBe('');
    expect(dataOf(site, { kind: 'topic', slug: 'a' })).toBe('');
  });
});
