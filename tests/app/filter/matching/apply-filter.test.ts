import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { matchesQuery } from '../../../../src/app/filter/matching/filter-queries.ts';
import type { Edition } from '../../../../src/model/edition.ts';
import { generateCorpus, type World } from '../../../bench/generate.ts';
import { buildIn } from '../../../support/content-folder.ts';
import {
  ask,
  expectSame,
  expectSamePairs,
  filterList,
  filterOf,
  newClient,
  paperOf,
  servePaper,
  type TestPaper,
} from '../../../support/filter-oracle.ts';
import { writeContent } from '../../../support/temp-content.ts';
import { createTempFolder } from '../../../support/temp-folder.ts';

afterEach(() => vi.unstubAllGlobals());

function generatedPaper(files: number, world?: World): TestPaper {
  const dir = createTempFolder('corpus');
  generateCorpus({ dir, files, world });
  return paperOf(buildIn(dir));
}

test('any, all and not of every pair of topics match the same stories as a linear search', async () => {
  await expectSamePairs(generatedPaper(300, { topics: 9, providers: 4 }));
});

describe('10,000 articles', () => {
  let paper: TestPaper;
  let requested: string[];
  beforeAll(() => {
    paper = generatedPaper(10_000);
  });
  beforeEach(() => {
    requested = servePaper(paper);
  });

  test('200 combinations with provider and period match the same stories as a linear search', async () => {
    const client = newClient();
    let state = 7;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >>> 8) % below;
    };
    const pick = (from: string[]): string => from[next(from.length)] ?? '';
    const days = paper.list.map(({ day }) => day);
    let matched = 0;
    for (let round = 0; round < 200; round += 1) {
      const day = pick(days);
      const periods = ['', '', 'day', 'week', 'month', 'year', day.slice(0, 4), day.slice(0, 7), day];
      const topics = Array.from({ length: next(4) }, () => pick(paper.topics));
      const not = Array.from({ length: next(3) }, () => pick(paper.topics));
      const query = [
        `topics=${topics.join(',')}`,
        next(2) === 0 ? 'match=all' : '',
        `not=${not.join(',')}`,
        next(2) === 0 ? `provider=${pick(paper.domains)}` : '',
        `period=${pick(periods)}`,
        next(3) === 0 ? 'sort=oldest' : '',
      ].join('&');
      matched += filterList(paper, filterOf(query)).length > 0 ? 1 : 0;
      await expectSame(paper, client, query);
    }
    expect(matched).toBeGreaterThan(80);
  });

  test('only files that contain matches are fetched', async () => {
    const [a = '', b = ''] = paper.topics;
    const domain = paper.domains.at(-1) ?? '';
    await ask(newClient(), `topics=${a},${b}&provider=${domain}`);
    const pages = requested.filter((name) => name.startsWith('data/feeds/') && !name.endsWith('positions.json'));
    expect(pages.every((name) => name.startsWith(`data/feeds/providers/${domain}/`))).toBe(true);
    expect(requested.filter((name) => name.endsWith('positions.json'))).toHaveLength(3);
    expect(requested).not.toContain('data/days.json');
    expect(new Set(requested).size).toBe(requested.length);
  });

  test('a topic that does not exist matches nothing', async () => {
    expect(await ask(newClient(), 'topics=nowhere&period=year')).toEqual({ total: 0, slugs: [] });
  });
});

describe('articles in several languages', () => {
  const repeated = ['de', 'pt-BR', 'en', 'pt', 'de-AT', 'de', 'en', 'fr', 'de', 'de', 'de', 'pt'];
  /** Of more articles than the head of a collection has. */
  const languages = Array.from({ length: 9 }, () => repeated).flat();
  let paper: TestPaper;
  beforeAll(() => {
    const files = languages.map((lang, index) => [
      `${index}.md`,
      `---
title: Story ${index}
publishedDateTime: ${new Date(Date.UTC(2026, 7, 1 + index)).toISOString()}
lang: ${lang}
topics: [{ name: T${index % 2} }]
webUrl: https://a${index % 3}.example/${index}
provider: { name: A, domain: a${index % 3}.example }
---
`,
    ]);
    const dir = writeContent({
      ...(Object.fromEntries(files) as Record<string, string>),
      'site.yaml': 'language: en\n',
    });
    paper = paperOf(buildIn(dir));
  });
  beforeEach(() => {
    servePaper(paper);
  });

  test('each language with a tenth of them is offered, regions together', () => {
    const edition = JSON.parse(paper.files.get('data/edition.json')?.body ?? '') as Edition;
    expect(edition.languages).toEqual(['de', 'pt', 'en']);
  });

  test.each(['lang=de', 'lang=pt&topics=t1', 'lang=en&not=t1', 'lang=de&provider=a0.example', 'lang=pt&period=week'])(
    '%s matches the same stories as a linear search',
    async (query) => {
      expect(filterList(paper, filterOf(query)).length).toBeGreaterThan(0);
      await expectSame(paper, newClient(), query);
    },
  );

  test('a search finds stories in the language only', async () => {
    const { positions } = await newClient().query(matchesQuery(filterOf('q=story&lang=de&sort=newest')));
    expect(positions.map((position) => paper.list.at(-1 - position)?.slug)).toEqual(
      filterList(paper, filterOf('lang=de')),
    );
  });

  test('a language that is not offered matches nothing', async () => {
    expect(await ask(newClient(), 'lang=fr')).toEqual({ total: 0, slugs: [] });
  });
});
