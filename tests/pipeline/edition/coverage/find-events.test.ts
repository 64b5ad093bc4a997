import { describe, expect, test } from 'vitest';
import type { Article, Coverage } from '../../../../src/model/article.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../../support/content-folder.ts';

/** Two reports on one event and three other stories of the same day. */
const FIRE: Files = {
  'argus.md': articleFile(
    'title: Warehouse fire in Norrmouth harbour destroys fishing nets\nexcerpt: Forty firefighters worked until dawn at the Brandt warehouse.\ndate: 2026-03-02T06:00:00Z\ntopics: [Local]\nlink: https://argus.example/fire\nprovider: { name: The Argus, domain: argus.example }',
  ),
  'courier.md': articleFile(
    'title: "Norrmouth: fishing nets burn in harbour warehouse"\nexcerpt: The fire at the Brandt company was put out by forty firefighters in the morning.\ndate: 2026-03-02T09:20:00Z\ntopics: [Local]\nlink: https://courier.example/fire\nprovider: { name: Courier, domain: courier.example }',
  ),
  'choir.md': articleFile(
    'title: Children’s choir looks for singers\nexcerpt: Auditions are on Saturday in the town hall.\ndate: 2026-03-02T08:00:00Z\ntopics: [Local]\nlink: https://argus.example/choir',
  ),
  'bridge.md': articleFile(
    'title: Old bridge over the Lenn closes for repairs\nexcerpt: Drivers take the motorway until May.\ndate: 2026-03-02T07:00:00Z\ntopics: [Local]\nlink: https://courier.example/bridge',
  ),
  'chess.md': articleFile(
    'title: Chess club wins the cup for the ninth time\nexcerpt: The final lasted six hours.\ndate: 2026-03-02T10:00:00Z\ntopics: [Local]\nlink: https://courier.example/chess',
  ),
};

/** Another report on that event, in words of its own. */
const other = (lines: string): string =>
  articleFile(
    `title: Insurance pays for the damage at the quay\ndate: 2026-05-30T10:00:00Z\nlink: https://third.example/insurance\n${lines}`,
  );

const withLine = (file: string, line: string): Files => ({
  ...FIRE,
  [file]: String(FIRE[file]).replace('title:', `${line}\ntitle:`),
});

const coverageOf = (files: Files, slug: string, env = {}): Coverage | undefined =>
  editionOf(files, env).articles.find((article) => article.slug === slug)?.coverage;

const slugsOf = (coverage: Coverage | undefined): string[] | undefined => coverage?.reports.map(({ slug }) => slug);

/** The slugs of each event. */
const eventsOf = (files: Files, env = {}): string[][] =>
  editionOf(files, env).events.map(({ reports }) => reports.map(({ article }) => article.slug));

describe('articles on one event', () => {
  test('name each other, with the words that they share, as each spells them', () => {
    expect(eventsOf(FIRE)).toEqual([['argus', 'courier']]);
    const coverage = coverageOf(FIRE, 'argus');
    expect(coverage).toMatchObject({ hours: 4, total: 2 });
    expect(coverage?.words).toContain('Norrmouth');
    expect(coverage?.reports).toEqual([
      {
        slug: 'courier',
        title: 'Norrmouth: fishing nets burn in harbour warehouse',
        publishedAt: '2026-03-02T09:20:00Z',
        kind: 'article',
        originUrl: 'https://courier.example/fire',
        provider: { name: 'Courier', domain: 'courier.example' },
        isNearest: true,
      },
    ]);
    expect(slugsOf(coverageOf(FIRE, 'courier'))).toEqual(['argus']);
    expect(coverageOf(FIRE, 'choir')).toBeUndefined();
  });

  test('are not among the nearest articles too', () => {
    const article = editionOf(FIRE).articles.find(({ slug }) => slug === 'argus');
    expect(article?.nearest?.map(({ slug }) => slug)).toEqual(['bridge', 'choir', 'chess']);
  });

  test('are the same in any order of files', () => {
    const renamed = Object.entries(FIRE).map(([file, text], index): [string, string] => [
      `${9 - index}.md`,
      String(text).replace('title:', `slug: ${file.replace('.md', '')}\ntitle:`),
    ]);
    const coverage = (files: Files): (Coverage | undefined)[] =>
      editionOf(files)
        .articles.sort((a, b) => (a.slug < b.slug ? -1 : 1))
        .map((article) => article.coverage);
    expect(coverage(Object.fromEntries(renamed))).toEqual(coverage(FIRE));
  });

  test('are a part of the id of the edition', () => {
    const idOf = (files: Files): unknown =>
      (JSON.parse(outputsOf(editionOf(files)).get('data/edition.json') ?? '') as { id: string }).id;
    expect(idOf({ ...FIRE, 'site.yaml': 'coverage: off\n' })).not.toBe(idOf(FIRE));
  });

  test('are in the same language', () => {
    expect(eventsOf(withLine('courier.md', 'lang: de'))).toEqual([]);
    expect(eventsOf(withLine('courier.md', 'lang: en-GB'))).toEqual([['argus', 'courier']]);
  });

  test.each(['published: false', 'unlisted: true'])('do not count with `%s`', (line) => {
    expect(eventsOf(withLine('courier.md', line), { UNPUBLISHED: 'show' })).toEqual([]);
  });

  test('are at most four days apart', () => {
    const later = String(FIRE['courier.md']).replace('2026-03-02T09', '2026-03-06T09');
    expect(eventsOf({ ...FIRE, 'courier.md': later })).toEqual([]);
  });
});

describe('the setting `coverage`', () => {
  test('`off` groups nothing, not even by name', () => {
    const files = { ...withLine('argus.md', 'coverage: fire'), 'other.md': other('coverage: fire') };
    expect(eventsOf({ ...files, 'site.yaml': 'coverage: off\n' })).toEqual([]);
  });

  test('refuses other values', () => {
    const { diagnostics } = editionOf({ ...FIRE, 'site.yaml': 'coverage: maybe\n' });
    expect(diagnostics).toMatchObject([
      { file: 'site.yaml', line: 1, message: 'Expected `on` or `strict` or `off`, found `maybe`.' },
    ]);
  });
});

describe('the field `coverage`', () => {
  test('`false` keeps an article alone', () => {
    expect(eventsOf(withLine('courier.md', 'coverage: false'))).toEqual([]);
  });

  test('joins articles at any time, together with those that are grouped with one of them', () => {
    const files = { ...withLine('courier.md', 'coverage: Harbour Fire'), 'other.md': other('coverage: harbour fire') };
    expect(eventsOf(files)).toEqual([['argus', 'courier', 'other']]);
    const coverage = coverageOf(files, 'other');
    expect(coverage).toMatchObject({ isNamed: true, total: 3, hours: 2140 });
    expect(coverage?.words).toBeUndefined();
    expect(coverage?.reports.some(({ isNearest }) => isNearest)).toBe(false);
  });

  test('divides a group that names two events', () => {
    const files = {
      ...withLine('argus.md', 'coverage: one'),
      'courier.md': withLine('courier.md', 'coverage: two')['courier.md'] ?? '',
      'other.md': other('coverage: two'),
    };
    expect(eventsOf(files)).toEqual([['courier', 'other']]);
  });

  test('is ignored with a warning if it names no event but a subject', () => {
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, n) => [
        `n${n}.md`,
        articleFile(`title: Word${n} thing${n}\ncoverage: all\ndate: 2026-03-02\nlink: https://a.example/${n}`),
      ]),
    );
    const { events, diagnostics } = editionOf(many);
    expect(events).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'coverage-limit',
        field: 'coverage',
        message: 'Expected at most 500 articles with the coverage `all`, found 501; the name is ignored.',
      },
    ]);
  });

  test('that is no text is a warning', () => {
    const { events, diagnostics } = editionOf(withLine('courier.md', 'coverage: [a, b]'));
    expect(events.length).toBe(1);
    expect(diagnostics).toMatchObject([{ file: 'courier.md', field: 'coverage', code: 'not-text' }]);
  });
});

test('copies of one text refer to the first one, on its own page to itself', () => {
  const copy = String(FIRE['argus.md']).replaceAll('argus.example', 'copy.example').replace('T06', 'T11');
  const files = { ...FIRE, 'copy.md': copy };
  const sameText = (slug: string): [string, string | undefined][] | undefined =>
    coverageOf(files, slug)?.reports.map((report) => [report.slug, report.sameTextAs]);
  expect(sameText('courier')).toEqual([
    ['argus', undefined],
    ['copy', 'argus'],
  ]);
  expect(sameText('argus')).toEqual([
    ['courier', undefined],
    ['copy', 'argus'],
  ]);
  expect(sameText('copy')).toEqual([
    ['argus', 'copy'],
    ['courier', undefined],
  ]);
});

test('the most similar report is not a copy of the same text, unless there is no other', () => {
  const copy = String(FIRE['argus.md']).replaceAll('argus.example', 'copy.example').replace('T06', 'T11');
  const nearestOf = (files: Files): string | undefined =>
    coverageOf(files, 'argus')?.reports.find(({ isNearest }) => isNearest)?.slug;
  expect(nearestOf({ ...FIRE, 'copy.md': copy })).toBe('courier');
  expect(nearestOf({ ...withLine('courier.md', 'coverage: false'), 'copy.md': copy })).toBe('copy');
});

test('an article lists at most 12 reports, those of other providers first', () => {
  const file = (n: number, provider: string): [string, string] => [
    `r${String(n).padStart(2, '0')}.md`,
    articleFile(
      `title: Report ${n}\ncoverage: flood\ndate: 2026-03-02T00:${String(n).padStart(2, '0')}:00Z\nlink: https://${provider}/${n}\nprovider: { domain: ${provider} }`,
    ),
  ];
  const files = Object.fromEntries([
    ...Array.from({ length: 30 }, (_, n) => file(n, 'a.example')),
    file(30, 'b.example'),
    file(31, 'c.example'),
  ]);
  const coverage = coverageOf(files, 'r00');
  expect(coverage?.total).toBe(32);
  expect(coverage?.reports.length).toBe(12);
  expect(slugsOf(coverage)?.slice(-2)).toEqual(['r30', 'r31']);
});

test('an event keeps its articles if the earliest one is withdrawn', () => {
  const three: Files = { ...withLine('courier.md', 'coverage: x'), 'other.md': other('coverage: x') };
  const rest = Object.entries(three).filter(([file]) => file !== 'argus.md');
  expect(eventsOf(Object.fromEntries(rest))).toEqual([['courier', 'other']]);
});

test('the version of an article changes with the reports that it lists', () => {
  const versionOf = (files: Files): string => {
    const { built } = editionOf(files);
    const record = built.articles.find(({ slug }) => slug === 'argus');
    return record ? built.serializer.articleVersion(record) : '';
  };
  const renamed = { ...FIRE, 'courier.md': String(FIRE['courier.md']).replace('burn in', 'burned in') };
  expect(versionOf(renamed)).not.toBe(versionOf(FIRE));
  expect(versionOf(withLine('courier.md', 'coverage: false'))).not.toBe(versionOf(FIRE));
  expect(versionOf({ ...FIRE, 'z.md': other('') })).toBe(versionOf(FIRE));
});

test('the words of a reason occur in all reports', () => {
  const { articles } = editionOf(FIRE);
  const texts = articles.filter(({ coverage }) => coverage).map(({ title, excerpt }: Article) => `${title} ${excerpt}`);
  for (const word of coverageOf(FIRE, 'argus')?.words ?? [])
    for (const text of texts) expect(text.toLowerCase()).toContain(word.slice(0, 7).toLowerCase());
});
