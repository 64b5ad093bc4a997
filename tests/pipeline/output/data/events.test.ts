import { describe, expect, test } from 'vitest';
import type { Article, Summary } from '../../../../src/model/article.ts';
import type { CollectionHead, EventCard, EventData } from '../../../../src/model/edition.ts';
import { articleFile, editionIn, editionOf, outputsOf } from '../../../support/content-folder.ts';
import { writeContent } from '../../../support/temp-content.ts';

type Files = Record<string, string>;

/** A report of a provider, published at a time of one day. */
const report = (provider: string, time: string, lines: string): string =>
  articleFile(
    `${lines}\ndate: 2026-03-02T${time}:00Z\nlink: https://${provider}.example/${time}\nprovider: { name: The ${provider}, domain: ${provider}.example }\nimages: [{ url: "https://${provider}.example/1.jpg", width: 1200, height: 800 }]`,
  );

const FIRST =
  'title: Warehouse fire in Norrmouth harbour destroys fishing nets\nexcerpt: Forty firefighters worked until dawn at the Brandt warehouse.';

/** Two events, one of four reports and one of two, and a story of none. */
const PAPER: Files = {
  'argus.md': report('argus', '06:00', `${FIRST}\ntopics: [Local]`),
  'copy.md': report('copy', '07:30', `${FIRST} (Lund)\ntopics: [Local, Business]`),
  'courier.md': report(
    'courier',
    '09:20',
    'title: "Norrmouth: fishing nets burn in harbour warehouse"\nexcerpt: The fire at the Brandt company was put out by forty firefighters in the morning.\ntopics: [World]\nquality: 5',
  ),
  'gazette.md': report(
    'gazette',
    '12:00',
    'title: Brandt will rebuild Norrmouth warehouse after harbour fire\nexcerpt: The fishing nets were insured, a lawyer of the company says.\ntopics: [Business]',
  ),
  'storm-one.md': report('argus', '13:00', 'title: Storm over Tesk\ncoverage: storm\ntopics: [Weather]'),
  'storm-two.md': report('courier', '14:00', 'title: Roofs are gone\ncoverage: storm\ntopics: [Local]'),
  'choir.md': report('argus', '15:00', 'title: Children look for singers\ntopics: [Choirs]'),
};

/** Stories that are newer than those of the paper. */
const NEWER = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [
    `n${n}.md`,
    articleFile(
      `title: ${'abcdefghij'.charAt(n % 10).repeat(4 + n)}\ndate: 2026-04-01T00:00:${10 + n}Z\nlink: https://n.example/${n}`,
    ),
  ]),
);

/** The paper without a file. */
const without = (name: string): Files => Object.fromEntries(Object.entries(PAPER).filter(([file]) => file !== name));

/** The paper with a change in one file. */
const changed = (file: string, from: string | RegExp, to: string): Files => ({
  ...PAPER,
  [file]: (PAPER[file] ?? '').replace(from, to),
});

const outputs = outputsOf(editionIn(writeContent(PAPER)));

const read = <T>(path: string, from = outputs): T => JSON.parse(from.get(path) ?? 'null') as T;
const headOf = (collection: string, from = outputs): CollectionHead => read(`data/feeds/${collection}/head.json`, from);
const eventOf = (slug: string, from = outputs): EventData => read(`data/events/${slug}.json`, from);
const cardOf = (collection: string, event: string, from = outputs): EventCard | undefined =>
  headOf(collection, from).events?.find(({ slug }) => slug === event);
const slugsOf = (stories: readonly Summary[] | undefined): string[] | undefined => stories?.map(({ slug }) => slug);

describe('the file of an event', () => {
  test('is named after the earliest report, and has all of them, oldest first', () => {
    expect([...outputs.keys()].filter((path) => path.startsWith('data/events/'))).toEqual([
      'data/events/argus.json',
      'data/events/storm-one.json',
    ]);
    const { reports, ...event } = eventOf('argus');
    expect(event).toMatchObject({ slug: 'argus', hours: 6, total: 4, sources: 3, lead: 'courier' });
    expect(event.words).toContain('Norrmouth');
    expect(slugsOf(reports)).toEqual(['argus', 'copy', 'courier', 'gazette']);
    expect(reports.map(({ sameTextAs }) => sameTextAs)).toEqual([undefined, 'argus', undefined, undefined]);
    expect(eventOf('storm-one')).toMatchObject({ isNamed: true, hours: 1, total: 2, sources: 2, lead: 'storm-one' });
  });

  test('has the reports as lists have them', () => {
    const listed = new Map(headOf('all').articles.map((story) => [story.slug, story]));
    for (const report of eventOf('argus').reports)
      expect({ ...report, adds: undefined, sameTextAs: undefined }).toEqual(listed.get(report.slug));
  });

  test('says what each report adds: words that it has and no earlier one, and nothing for a copy', () => {
    const { reports } = eventOf('argus');
    const textOf = ({ title, excerpt }: Summary): string => `${title}\n${excerpt}`;
    expect(reports.map(({ adds = [] }) => adds.length > 0)).toEqual([false, false, true, true]);
    for (const [index, report] of reports.entries()) {
      const earlier = reports.slice(0, index).map(textOf).join('\n').toLowerCase();
      for (const word of report.adds ?? []) {
        expect(textOf(report)).toContain(word);
        expect(earlier).not.toContain(word.toLowerCase());
      }
    }
    expect(reports[3]?.adds).toEqual(['rebuild', 'insured', 'lawyer']);
  });

  test('is absent with `coverage: off`', () => {
    const off = outputsOf(editionOf({ ...PAPER, 'site.yaml': 'coverage: off\n' }));
    expect([...off.keys()].filter((path) => path.startsWith('data/events/'))).toEqual([]);
    expect(headOf('all', off)).not.toHaveProperty('events');
  });

  test('has another name without the earliest report', () => {
    const edition = outputsOf(editionOf(without('argus.md')));
    expect(edition.has('data/events/argus.json')).toBe(false);
    expect(eventOf('copy', edition)).toMatchObject({ slug: 'copy', total: 3, lead: 'courier' });
  });
});

test('a summary and an article have the slug of their event, and no more', () => {
  const events = Object.fromEntries(headOf('all').articles.map(({ slug, event }) => [slug, event]));
  expect(events).toEqual({
    argus: 'argus',
    copy: 'argus',
    courier: 'argus',
    gazette: 'argus',
    'storm-one': 'storm-one',
    'storm-two': 'storm-one',
    choir: undefined,
  });
  for (const [slug, event] of Object.entries(events))
    expect(read<Article>(`data/articles/${slug}.json`).event).toBe(event);
});

describe('the events of a head', () => {
  test('have the lead first, then one report of each other source, then others', () => {
    expect(headOf('all').events?.map(({ slug }) => slug)).toEqual(['storm-one', 'argus']);
    const card = cardOf('all', 'argus');
    expect(card).toMatchObject({ slug: 'argus', total: 4, sources: 3 });
    expect(slugsOf(card?.reports)).toEqual(['courier', 'argus', 'gazette', 'copy']);
  });

  test('have what a line shows of a report: no excerpt and no image', () => {
    const [first] = cardOf('all', 'argus')?.reports ?? [];
    expect(first).toEqual({
      slug: 'courier',
      title: 'Norrmouth: fishing nets burn in harbour warehouse',
      publishedAt: '2026-03-02T09:20:00Z',
      kind: 'article',
      topics: [{ slug: 'world', name: 'World' }],
      provider: { name: 'The courier', domain: 'courier.example' },
      originUrl: 'https://courier.example/09:20',
    });
    const heads = [...outputs.keys()].filter((path) => path.endsWith('/head.json'));
    const reports = heads.flatMap((path) => read<CollectionHead>(path).events ?? []).flatMap((card) => card.reports);
    expect(reports.length).toBeGreaterThan(10);
    for (const own of reports) for (const key of ['excerpt', 'image', 'event']) expect(own).not.toHaveProperty(key);
  });

  test('have only members of the collection, and the numbers of all', () => {
    expect(cardOf('topics/business', 'argus')).toMatchObject({ total: 4, sources: 3 });
    expect(slugsOf(cardOf('topics/business', 'argus')?.reports)).toEqual(['gazette', 'copy']);
    expect(slugsOf(cardOf('topics/local', 'argus')?.reports)).toEqual(['argus', 'copy']);
    expect(slugsOf(cardOf('providers/argus.example', 'argus')?.reports)).toEqual(['argus']);
  });

  test('are absent if the collection has only one report on an event that has no page', () => {
    expect(cardOf('all', 'storm-one')).toBeDefined();
    expect(headOf('topics/weather').articles[0]?.event).toBe('storm-one');
    expect(headOf('topics/weather')).not.toHaveProperty('events');
    expect(headOf('topics/choirs')).not.toHaveProperty('events');
  });

  test('are only those of its articles', () => {
    expect(headOf('all', outputsOf(editionOf({ ...PAPER, ...NEWER })))).not.toHaveProperty('events');
  });

  test('have all of the lead if the articles of the head lack it', () => {
    const late =
      'title: Insurance pays for it\ncoverage: fire\ndate: 2026-05-30T10:00:00Z\nlink: https://late.example/';
    const files = {
      ...changed('courier.md', 'title:', 'coverage: fire\ntitle:'),
      ...NEWER,
      'late.md': articleFile(late),
    };
    const card = cardOf('all', 'argus', outputsOf(editionOf(files)));
    expect(slugsOf(card?.reports)).toEqual(['courier', 'argus', 'gazette', 'late', 'copy']);
    const [lead, ...others] = card?.reports ?? [];
    expect(lead?.excerpt).toContain('put out');
    expect(lead?.image?.width).toBe(1200);
    for (const { excerpt, image } of others) expect([excerpt, image]).toEqual([undefined, undefined]);
  });

  test('are at most six reports each', () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [
        `r${n}.md`,
        report(`p${n}`, `10:0${n}`, `title: Report number ${n}\ncoverage: flood`),
      ]),
    );
    const card = cardOf('all', 'r0', outputsOf(editionOf(files)));
    expect(card).toMatchObject({ total: 9, sources: 9 });
    expect(slugsOf(card?.reports)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5']);
  });

  test('have the event of a pinned article, too', () => {
    const pinned = {
      ...changed('argus.md', 'title:', 'pinned: true\ntitle:'),
      ...NEWER,
    };
    const edition = outputsOf(editionOf(pinned));
    expect(headOf('all', edition).lead?.slug).toBe('argus');
    expect(slugsOf(cardOf('all', 'argus', edition)?.reports)).toEqual(['courier', 'argus', 'gazette', 'copy']);
  });
});

describe('everything else is as without events:', () => {
  const ADDRESS = 'https://paper.example/';
  const all = 'outputs: [atom, rss, jsonFeed, newsSitemap, robots, api]\n';
  const files = { ...PAPER, ...NEWER };
  const outputsWith = (lines: string): Map<string, string> =>
    outputsOf(editionIn(writeContent({ ...files, 'site.yaml': all + lines }), { ADDRESS }));
  const [on, off] = [outputsWith(''), outputsWith('coverage: off\n')];
  /** Without the slugs of events. */
  const plain = (text: string | undefined): string | undefined => text?.replace(/,"event":"[\w-]+"/g, '');

  test.each([
    ['archive pages', /^data\/feeds\/.+\/\d+\.json$/, 1],
    ['positions', /\/positions\.json$/, 5],
    ['days, topics and providers', /^data\/(?:days|topics|providers)\.json$/, 3],
    ['Atom', /atom\.xml$/, 5],
    ['RSS', /rss\.xml$/, 5],
    ['JSON Feed', /feed\.json$/, 5],
    ['the API', /^api\//, 1],
    ['the news sitemap', /news-sitemap\.xml$/, 1],
  ])('%s', (_, pattern, min) => {
    const paths = [...on.keys()].filter((path) => pattern.test(path));
    expect(paths.length).toBeGreaterThanOrEqual(min);
    expect([...off.keys()].filter((path) => pattern.test(path))).toEqual(paths);
    for (const path of paths) expect(plain(on.get(path)), path).toBe(off.get(path));
  });

  test('the articles and numbers of a head', () => {
    const heads = [...on.keys()].filter((path) => path.endsWith('/head.json'));
    expect(heads.length).toBeGreaterThan(5);
    for (const path of heads) {
      const head = JSON.parse(plain(on.get(path)) ?? '') as CollectionHead;
      expect({ ...head, events: undefined }, path).toEqual(JSON.parse(off.get(path) ?? ''));
    }
  });

  test('the archive pages name the events of their articles', () => {
    const pages = [...on.entries()].filter(([path]) => /^data\/feeds\/all\/\d+\.json$/.test(path));
    expect(pages.map(([, text]) => text).join('')).toContain('"event":"argus"');
  });
});

describe('a version changes with the body:', () => {
  const VARIANTS: [string, Files][] = [
    ['a title', changed('gazette.md', 'Brandt will', 'Brandt must')],
    ['an excerpt', changed('argus.md', 'Forty', 'Fifty')],
    ['a time', changed('gazette.md', 'T12:00', 'T12:30')],
    ['a provider', changed('copy.md', /copy/g, 'argus')],
    ['the quality of another report', changed('gazette.md', 'title:', 'quality: 9\ntitle:')],
    ['a topic', changed('gazette.md', '[Business]', '[Economy]')],
    ['a report that is in none', changed('gazette.md', 'title:', 'coverage: false\ntitle:')],
    ['a report that is withdrawn', without('copy.md')],
    ['a file of a provider', { ...PAPER, 'providers/a.yaml': 'name: Argus\ndomain: argus.example\n' }],
  ];
  const filesOf = (files: Files) => {
    const { built } = editionOf(files);
    const { serializer, events, collections } = built;
    const [all] = collections;
    const isIn = (): boolean => true;
    const cards = all && [
      serializer.events.cards(all.articles, isIn),
      serializer.events.cardsVersion(all.articles, isIn),
    ];
    const [event] = events;
    return { event: event && [serializer.events.event(event), serializer.events.eventVersion(event)], cards };
  };

  test.each(VARIANTS)('%s', (_, files) => {
    const [before, after] = [PAPER, files].map(filesOf);
    expect(after?.event?.[0]).not.toBe(before?.event?.[0]);
    expect(after?.event?.[1]).not.toBe(before?.event?.[1]);
    if (after?.cards?.[0] !== before?.cards?.[0]) expect(after?.cards?.[1]).not.toBe(before?.cards?.[1]);
  });

  test('and not with another story', () => {
    expect(filesOf(changed('choir.md', 'singers', 'a piano'))).toEqual(filesOf(PAPER));
  });
});
