import { expect, test } from 'vitest';
import { foldEvents } from '../../../../src/app/collection/events/fold-events.ts';
import type { Summary } from '../../../../src/model/article.ts';
import type { CollectionHead } from '../../../../src/model/edition.ts';
import { addedWords } from '../../../../src/pipeline/edition/coverage/added-words.ts';
import { rankReports } from '../../../../src/pipeline/edition/coverage/rank-reports.ts';
import { formerEventFiles } from '../../../../src/pipeline/output/pages/redirect-files.ts';
import { articleFile, buildIn, editionIn, outputsOf } from '../../../support/content-folder.ts';
import { writeContent } from '../../../support/temp-content.ts';

const TEXT =
  'Warehouse fire in Norrmouth harbour destroys fishing nets\nexcerpt: Forty firefighters worked until dawn at the Brandt warehouse.';
const report = (p: string, h: number, title: string, lines = '') =>
  articleFile(
    `title: ${title}\ndate: 2026-03-02T0${h}:00:00Z\nlink: https://${p}.example/${h}\nprovider: { name: ${p}, domain: ${p}.example }\n${lines}`,
  );
const headOf = (files: Record<string, string>, c: string) =>
  JSON.parse(outputsOf(editionIn(writeContent(files))).get(`data/feeds/${c}/head.json`) ?? '') as CollectionHead;

test('D1 topic: copy counts as source when another source is not in the topic', () => {
  const files = {
    'a.md': report('a', 1, TEXT, 'topics: [Local]'),
    'b.md': report(
      'b',
      2,
      '"Norrmouth: fishing nets burn in harbour warehouse"\nexcerpt: The fire at the Brandt company was put out by forty firefighters in the morning.',
      'topics: [World]',
    ),
    'c.md': report('c', 3, TEXT, 'topics: [Local]'),
  };
  const head = headOf(files, 'topics/local');
  const [item] = foldEvents(head.articles, { all: head.articles, events: head.events ?? [] });
  expect(item?.event?.others.map(({ slug }) => slug)).toEqual([]);
});

test('D2 more than six reports: copies are sources', () => {
  const files = Object.fromEntries('abcdefghi'.split('').map((p, i) => [`${p}.md`, report(p, i, TEXT)]));
  const head = headOf(files, 'all');
  const [item] = foldEvents(head.articles, { all: head.articles, events: head.events ?? [] });
  expect(item?.event?.others.map(({ slug }) => slug)).toEqual([]);
});

test('D3 language of the site: same version, other body', () => {
  const files = {
    'a.md': articleFile('title: Report one\ncoverage: fire\ndate: 2026-03-02T01:00:00Z\nlink: https://a.example/'),
    'b.md': articleFile(
      'title: There were flames\ncoverage: fire\ndate: 2026-03-02T02:00:00Z\nlink: https://b.example/',
    ),
    'c.md': articleFile('title: One\ncoverage: fire\ndate: 2026-03-02T03:00:00Z\nlink: https://c.example/'),
  };
  const of = (language: string) => {
    const { built } = editionIn(writeContent({ ...files, 'site.yaml': `language: ${language}\n` }));
    const [event] = built.events;
    if (!event) throw new Error();
    return [built.serializer.events.eventVersion(event), built.serializer.events.event(event)];
  };
  const [en, de] = [of('en'), of('de')];
  expect(en[1]).not.toBe(de[1]);
  expect(en[0]).not.toBe(de[0]);
});

test('D4 pages: newest: the page of an event that is there redirects to the article', () => {
  const r = (n: number, c = 'fire') =>
    articleFile(`title: R${n}\ncoverage: ${c}\ndate: 2026-03-02T0${n}:00:00Z\nlink: https://p${n}.example/`);
  const built = buildIn(
    writeContent({ 'a.md': r(1), 'b.md': r(2), 'c.md': r(3), 'd.md': r(4, 'x'), 'site.yaml': 'pages: newest 1\n' }),
  );
  const files = [...formerEventFiles(built, ['events/a/index.html'])];
  expect(files).toEqual([]);
});

test('D5 spelled', () => {
  const added = addedWords([{ title: 'Fire' }, { title: '東京Marathon is 1,234,567' }], () => false);
  for (const word of added[1] ?? []) expect('東京Marathon').toContain(word);
});

test('D6 sources depend on order', () => {
  const make = (scoreOfOwn: number) => {
    const rec = (slug: string, p: string, score?: number) => ({ slug, provider: { name: p }, score }) as never;
    const a = rec('a', 'A'),
      bCopy = rec('bCopy', 'B'),
      bOwn = rec('bOwn', 'B', scoreOfOwn);
    return rankReports({ reports: [{ article: a }, { article: bCopy, sameTextAs: a }, { article: bOwn }] }, (p) => p)
      .sources;
  };
  expect(make(-1)).toBe(make(5));
});

test('D7 pinned copy: the original is another source', () => {
  const s = (slug: string, hour: number): Summary => ({
    slug,
    title: slug,
    kind: 'article',
    topics: [],
    event: 'a',
    publishedAt: `2026-01-01T0${hour}:00:00Z`,
    provider: { name: slug, domain: `${slug}.example` },
  });
  const [a, b, c] = [s('a', 1), s('b', 2), s('c', 3)];
  const [item] = foldEvents([c, b, a], {
    all: [b, a],
    lead: c,
    events: [{ slug: 'a', total: 3, sources: 2, reports: [a, b, c] }],
  });
  expect(item?.event?.others.map(({ slug }) => slug)).toEqual(['b']);
});
