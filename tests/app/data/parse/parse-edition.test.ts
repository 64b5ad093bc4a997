import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as parsers from '../../../../src/app/data/parse/parse-edition.ts';
import { type Article, MAX_REPORTS, type Summary } from '../../../../src/model/article.ts';
import { MAX_CARD_REPORTS, MAX_EVENT_REPORTS } from '../../../../src/model/edition.ts';
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

/** A report on one event. */
const reportFile = (name: string, title: string): string =>
  articleFile(`title: ${title}
publishedDateTime: 2026-11-03T10:00:00Z
webUrl: https://${name}.example/fire
topics: [Harbour]`);

const REPORTS = {
  'one.md': reportFile('one', 'Fire destroys the fish hall of Marwick harbour'),
  'two.md': reportFile('two', 'Fire destroys the fish hall of Marwick harbour'),
  'three.md': reportFile('three', 'Marwick will rebuild its fish hall at the harbour'),
};

const PAGES = {
  'site.yaml': 'pagesFolder: pages\nunpublished: show\n',
  'pages/imprint.md': '---\ntitle: Imprint\nmenu: true\n---\nText\n',
  'pages/about.md': '---\ntitle: About\ndraft: true\n---\nText\n',
};

const outputs = outputsOf(editionIn(writeContent({ ...paperFiles(70), ...REPORTS, ...PAGES, 'rich.md': BODY })));
const files = [...outputs].filter(([path]) => path.startsWith('data/') && path.endsWith('.json'));

/** The parser of a file of an edition. */
function parserOf(path: string): ((value: unknown) => unknown) | undefined {
  const slug = /^data\/articles\/(.*)\.json$/.exec(path)?.[1];
  if (slug !== undefined) return (value) => parsers.parseArticle(value, slug, undefined);
  if (path.startsWith('data/events/')) return parsers.parseEvent;
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
  const coverage = checked.filter(([path, body]) => path.startsWith('data/articles/') && body.includes('"coverage":'));
  expect(coverage).toHaveLength(3);
  for (const key of ['words', 'isNearest', 'sameTextAs'])
    expect(coverage.filter(([, body]) => body.includes(`"${key}":`)).length, key).toBeGreaterThan(0);
  const events = checked.filter(([path]) => path.startsWith('data/events/'));
  expect(events).toHaveLength(1);
  for (const key of ['words', 'sameTextAs', 'adds']) expect(events[0]?.[1], key).toContain(`"${key}":`);
  expect(checked.filter(([path, body]) => path.endsWith('/head.json') && body.includes('"events":'))).toHaveLength(1);
  expect(outputs.get('data/edition.json')).toContain('"isDraft":true');
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

  describe('on an event', () => {
    const report = { slug: 'b', title: 'B', publishedAt: '2026-01-01T12:00:00Z', kind: 'article' };
    const coverageOf = (coverage: unknown) => parse({ coverage })?.coverage;

    test('has its coverage as it is', () => {
      const coverage = {
        words: ['Marwick', 'harbour'],
        isMost: true,
        hours: 17,
        total: 9,
        reports: [
          { ...report, isNearest: true, originUrl: 'https://b.example/fire' },
          { ...report, slug: 'c', sameTextAs: 'b' },
        ],
      };
      expect(coverageOf(coverage)).toEqual(coverage);
    });

    test('keeps the good parts of its coverage', () => {
      const { slug, publishedAt, title, ...other } = report;
      const damaged = {
        words: ['Marwick', 7, '', null, ['harbour']],
        isMost: 'yes',
        hours: '17',
        total: -3,
        reports: [
          null,
          'text',
          { ...other, title, publishedAt },
          { ...other, title, slug },
          { ...other, slug, publishedAt },
          { ...report, slug: '../b' },
          { ...report, publishedAt: 'yesterday' },
          {
            ...report,
            originUrl: 'javascript:alert(1)',
            ampUrl: 'https://amp.b.example/',
            isNearest: 1,
            sameTextAs: 2,
          },
        ],
      };
      expect(coverageOf(damaged)).toEqual({
        words: ['Marwick'],
        total: 2,
        reports: [{ ...report, ampUrl: 'https://amp.b.example/' }],
      });
    });

    test.each([
      ['text instead of words', { words: 'Marwick', hours: 17, total: 2, reports: [report] }],
      ['words that are none', { words: [1, {}], hours: 17, total: 2, reports: [report] }],
      ['no words', { hours: 17, total: 2, reports: [report] }],
    ])('has no words if there is %s', (_, coverage) => {
      expect(coverageOf(coverage)).toEqual({ hours: 17, total: 2, reports: [report] });
    });

    test('has at most as many reports as the build lists', () => {
      const reports = Array.from({ length: MAX_REPORTS + 1 }, (_, number) => ({ ...report, slug: `b${number}` }));
      expect(coverageOf({ hours: 1, total: 99, reports })?.reports).toEqual(reports.slice(0, MAX_REPORTS));
    });

    test.each([
      ['text', 'coverage'],
      ['a list', [report]],
      ['without reports', { words: ['Marwick'], hours: 17, total: 3 }],
      ['with reports that are text', { words: ['Marwick'], hours: 17, total: 3, reports: 'b' }],
      ['with reports that are all damaged', { hours: 17, total: 3, reports: [{ ...report, slug: 7 }, null] }],
    ])('has no coverage that is %s', (_, coverage) => {
      const parsed = parse({ coverage });
      expect(parsed?.title).toBe('A');
      expect(parsed).not.toHaveProperty('coverage');
    });
  });
});

/** A story of a list. */
const story = { slug: 'a', title: 'A', publishedAt: '2026-01-01T10:00:00Z', kind: 'article', topics: [] };
/** What is left of it if its link is bad. */
const badLink = { ...story, slug: 'c', originUrl: 'javascript:alert(1)' };
const DAMAGED = [null, 'text', [story], {}, { ...story, slug: '../b' }, { ...story, slug: 7 }];

describe('the events of a head', () => {
  const card = { slug: 'a', total: 4, sources: 3, reports: [story, { ...story, slug: 'b' }] };
  const headOf = (events: unknown) =>
    parsers.parseHead({ total: 1, pages: 0, articles: [{ ...story, event: 'a' }], events });

  test('are as they are', () => {
    expect(headOf([card])?.events).toEqual([card]);
    expect(headOf([card])?.articles[0]?.event).toBe('a');
  });

  test.each([
    ['nothing', undefined],
    ['no list', card],
    ['an empty list', []],
    ['text', 'events'],
    ['a list of what is none', DAMAGED],
    [
      'cards without reports',
      [
        { ...card, reports: [] },
        { ...card, reports: 'a' },
        { ...card, reports: DAMAGED },
      ],
    ],
    [
      'cards of no event',
      [
        { ...card, slug: '/a' },
        { ...card, slug: undefined },
      ],
    ],
  ])('are absent, and the stories are there, if they are %s', (_, events) => {
    const head = headOf(events);
    expect(head?.articles.map(({ slug }) => slug)).toEqual(['a']);
    expect(head).not.toHaveProperty('events');
  });

  test('keep their good parts', () => {
    const damaged = { ...card, total: -1, sources: 'many', reports: [...DAMAGED.slice(-4), story, badLink] };
    expect(headOf([null, damaged, card])?.events).toEqual([
      { slug: 'a', total: 2, sources: 1, reports: [story, { ...story, slug: 'c' }] },
      card,
    ]);
  });

  test('have at most as many reports as the build lists', () => {
    const reports = Array.from({ length: MAX_CARD_REPORTS + 1 }, (_, number) => ({ ...story, slug: `b${number}` }));
    expect(headOf([{ ...card, reports }])?.events?.[0]?.reports).toEqual(reports.slice(0, MAX_CARD_REPORTS));
  });
});

test('a story without a good name of its event is in none', () => {
  for (const event of [7, '', '../a', null, ['a']]) {
    const page = parsers.parseArchivePage({ page: 1, articles: [{ ...story, event }] });
    expect(page?.articles).toEqual([story]);
  }
});

describe('an event', () => {
  const event = {
    words: ['Marwick', 'harbour'],
    hours: 17,
    slug: 'a',
    total: 9,
    sources: 4,
    lead: 'b',
    reports: [
      { ...story, excerpt: 'Short.' },
      { ...story, slug: 'b', sameTextAs: 'a' },
      { ...story, slug: 'c', adds: ['Tollen', 'ferry'] },
    ],
  };

  test('is as it is', () => {
    expect(parsers.parseEvent(event)).toEqual(event);
    const named = { ...event, words: undefined, isNamed: true };
    expect(parsers.parseEvent(named)).toEqual(named);
  });

  test.each([
    ['no object', [event]],
    ['nothing', null],
    ['without a slug', { ...event, slug: undefined }],
    ['of a bad slug', { ...event, slug: 'a/../b' }],
    ['without reports', { ...event, reports: undefined }],
    ['with reports that are all damaged', { ...event, reports: DAMAGED }],
  ])('is none if it is %s', (_, value) => {
    expect(parsers.parseEvent(value)).toBeUndefined();
  });

  test('keeps its good parts', () => {
    const damaged = {
      words: [7, 'Marwick', ''],
      isMost: 'yes',
      hours: -17,
      slug: 'a',
      total: 1.5,
      sources: 0,
      lead: '../b',
      reports: [
        ...DAMAGED,
        { ...story, sameTextAs: 7, adds: 'Tollen' },
        { ...badLink, adds: [null, 'ferry', {}], sameTextAs: '/a' },
        { ...story, slug: 'd', adds: [] },
      ],
    };
    expect(parsers.parseEvent(damaged)).toEqual({
      words: ['Marwick'],
      slug: 'a',
      total: 3,
      sources: 1,
      lead: 'a',
      reports: [story, { ...story, slug: 'c', adds: ['ferry'] }, { ...story, slug: 'd' }],
    });
  });

  test('has at most as many reports as the build lists, and the number of all', () => {
    const reports = Array.from({ length: MAX_EVENT_REPORTS + 1 }, (_, number) => ({ ...story, slug: `b${number}` }));
    const parsed = parsers.parseEvent({ ...event, total: 400, reports });
    expect(parsed?.reports).toEqual(reports.slice(0, MAX_EVENT_REPORTS));
    expect(parsed?.total).toBe(400);
  });
});

test('a list keeps the places of the stories that it leaves out', () => {
  const page = parsers.parseArchivePage({ page: 1, articles: [story, null, { ...story, slug: 'b' }] });
  expect(page?.articles.map(({ slug }) => slug)).toEqual(['a', 'b']);
  expect(page?.slots?.map((slot) => slot?.slug)).toEqual(['a', undefined, 'b']);
});
