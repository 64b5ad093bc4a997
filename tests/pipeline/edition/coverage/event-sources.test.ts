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

test('a copy is no other source on the page of a topic that lacks a source', () => {
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

test('copies are no other sources, however many there are', () => {
  const files = Object.fromEntries('abcdefghi'.split('').map((p, i) => [`${p}.md`, report(p, i, TEXT)]));
  const head = headOf(files, 'all');
  const [item] = foldEvents(head.articles, { all: head.articles, events: head.events ?? [] });
  expect(item?.event?.others.map(({ slug }) => slug)).toEqual([]);
});

test('the version of an event changes with the language of the site', () => {
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

test('an event whose page is not written any more does not redirect to its article', () => {
  const r = (n: number, c = 'fire') =>
    articleFile(`title: R${n}\ncoverage: ${c}\ndate: 2026-03-02T0${n}:00:00Z\nlink: https://p${n}.example/`);
  const built = buildIn(
    writeContent({ 'a.md': r(1), 'b.md': r(2), 'c.md': r(3), 'd.md': r(4, 'x'), 'site.yaml': 'pages: newest 1\n' }),
  );
  const files = [...formerEventFiles(built, ['events/a/index.html'])];
  expect(files).toEqual([]);
});

test('added words are spelled as in the text, and none is a part of a number', () => {
  const added = addedWords([{ title: 'Fire' }, { title: '東京Marathon is 1,234,567' }], () => false);
  expect(added[1]).toEqual(['1,234,567']);
});

test('the number of sources does not depend on scores', () => {
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

test('the original of a pinned copy is no other source', () => {
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
    events: [{ slug: 'a', total: 3, sources: 2, reports: [a, b, { ...c, sameTextAs: 'a' }] }],
  });
  expect(item?.event?.others.map(({ slug }) => slug)).toEqual(['b']);
});
