import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as parsers from '../../../../src/app/data/parse/parse-edition.ts';
import type { Article, Summary } from '../../../../src/model/article.ts';
import { articleFile, editionIn, outputsOf } from '../../../support/content-folder.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { writeContent } from '../../../support/temp-content.ts';
import { paperFiles } from '../../../support/test-paper.ts';

const RICH = articleFile(`title: "Markets: up, again"
excerpt: Short.
publishedDateTime: 2026-11-01T10:00:00Z
updated: 2026-11-02T10:00:00Z
webUrl: https://a.example/x?y=1#z
ampWebUrl: https://amp.a.example/x
authors: [{ name: Ann, url: https://ann.example }, Bob]
topics: [Space, Über uns]
provider: { name: A, domain: a.example, logo: https://a.example/logo.png }
images: [{ url: https://a.example/1.png, width: 800, height: 600, caption: C, alt: A }]
locale: de-AT
quality: 0.5
heat: 3
related: [{ title: R, webUrl: https://r.example/1 }]`);

const BODY = `${RICH}
# Heading

Text with *emphasis*, a [link](https://l.example), a note[^1], ![picture](https://p.example/p.png "T") and \`code\`.

- [x] done
- [ ] open

| a | b |
| :- | -: |
| 1 | 2 |

> [!NOTE]
> A callout

https://www.youtube.com/watch?v=dQw4w9WgXcQ

[^1]: The note.
`;

const outputs = outputsOf(editionIn(writeContent({ ...paperFiles(70), 'rich.md': BODY })));
const files = [...outputs].filter(([path]) => path.startsWith('data/') && path.endsWith('.json'));

/** The parser of a file of an edition. */
function parserOf(path: string): ((value: unknown) => unknown) | undefined {
  const slug = /^data\/articles\/(.*)\.json$/.exec(path)?.[1];
  if (slug !== undefined) return (value) => parsers.parseArticle(value, slug, undefined);
  if (path.endsWith('/head.json')) return parsers.parseHead;
  if (path.endsWith('/positions.json')) return parsers.parsePositions;
  if (/\/\d+\.json$/.test(path)) return parsers.parseArchivePage;
  return {
    'data/edition.json': parsers.parseEdition,
    'data/topics.json': parsers.parseTopics,
    'data/providers.json': parsers.parseProviders,
    'data/days.json': parsers.parseDays,
  }[path];
}

test('all files of an edition pass as they are', () => {
  const checked = files.filter(([path]) => parserOf(path));
  expect(checked.length).toBeGreaterThan(80);
  for (const [path, body] of checked) expect(parserOf(path)?.(JSON.parse(body)), path).toEqual(JSON.parse(body));
});

test('no file makes a parser throw, whatever is damaged in it', () => {
  const damaged = fc.oneof(fc.jsonValue(), fc.constantFrom(null, 'x', 'javascript:alert(1)', -1, [], {}));
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), damaged, ([path, body], at, value) => {
      const file: unknown = JSON.parse(body);
      const places = placesIn(file);
      const [owner, key] = places[at % Math.max(1, places.length)] ?? [undefined, ''];
      if (owner) owner[key] = value;
      const parsed = JSON.stringify(parserOf(path)?.(file)) ?? '';
      expect(parsed).not.toMatch(/"(?:\w*[uU]rl|href|src|to)":"javascript:/);
    }),
    { numRuns: runsOf(300) },
  );
});

type Owner = Record<string, unknown>;

/** All values in a JSON value that another one could replace. */
function placesIn(value: unknown): [Owner, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Owner;
  return Object.keys(owner).flatMap((key): [Owner, string][] => [[owner, key], ...placesIn(owner[key])]);
}

describe('an article', () => {
  const article = {
    slug: 'a',
    title: 'A',
    publishedAt: '2026-01-01T10:00:00Z',
    kind: 'article',
    topics: [],
    file: 'a.md',
    images: [],
    related: [],
  };
  const summary = { ...article, title: 'Of the card' } as unknown as Summary;
  const parse = (value: object, known?: Summary): Article | undefined =>
    parsers.parseArticle({ ...article, ...value }, 'a', known);

  test('of another address is another file', () => {
    expect(parse({ slug: 'b' })).toBeUndefined();
  });

  test('without a title or a date has those of its card', () => {
    expect(parse({ title: 7, publishedAt: 'x' }, summary)).toMatchObject({
      title: 'Of the card',
      publishedAt: article.publishedAt,
    });
    expect(parse({ title: 7, publishedAt: 'x' })).toMatchObject({ title: 'a', publishedAt: '' });
  });

  test('keeps the good parts of its body', () => {
    const body = [
      null,
      'Text',
      { tag: 'script', children: ['x'] },
      { tag: 'p', children: [7, 'Good', { tag: 'a', href: 'javascript:x', children: ['link'] }] },
    ];
    expect(parse({ body })?.body).toEqual(['Text', { tag: 'p', children: ['Good', { tag: 'a', children: ['link'] }] }]);
  });
});

test('a list keeps the places of the stories that it leaves out', () => {
  const story = { slug: 'a', title: 'A', publishedAt: '2026-01-01T10:00:00Z', kind: 'article', topics: [] };
  const page = parsers.parseArchivePage({ page: 1, articles: [story, null, { ...story, slug: 'b' }] });
  expect(page?.articles.map(({ slug }) => slug)).toEqual(['a', 'b']);
  expect(page?.slots?.map((slot) => slot?.slug)).toEqual(['a', undefined, 'b']);
});
