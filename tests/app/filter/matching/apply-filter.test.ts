import { existsSync } from 'node:fs';
import path from 'node:path';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Filter, parseFilter } from '../../../../src/app/filter/address/filter.ts';
import { matchesQuery, storiesQuery } from '../../../../src/app/filter/matching/filter-queries.ts';
import type { Summary } from '../../../../src/model/article.ts';
import { dayOf } from '../../../../src/model/calendar-day.ts';
import type { BuiltEdition } from '../../../../src/pipeline/edition/build-edition.ts';
import { editionFiles } from '../../../../src/pipeline/output/data/index.ts';
import { generateCorpus } from '../../../bench/generate.ts';
import { buildIn } from '../../../support/content-folder.ts';
import { createTempFolder } from '../../../support/temp-folder.ts';

/* A filter's answer is put together from places in files. Here it is held against going through the whole list. */

/** An edition as a host serves it, and its articles, newest first. */
interface AppContent {
  files: Map<string, { body: string }>;
  list: Listed[];
  topics: string[];
  domains: string[];
}

interface Listed {
  slug: string;
  /** Its topics and those above them. */
  topics: Set<string>;
  domain: string | undefined;
  day: string;
}

function paperOf(built: BuiltEdition): AppContent {
  const parents = new Map(built.topics.map(({ slug, parent }) => [slug, parent]));
  const withAbove = (slug: string | undefined): string[] =>
    slug === undefined ? [] : [slug, ...withAbove(parents.get(slug))];
  const list = built.articles.map((record): Listed => {
    const { slug, topics, provider, publishedAt } = JSON.parse(built.serializer.summary(record)) as Summary;
    return {
      slug,
      topics: new Set(topics.flatMap((topic) => withAbove(topic.slug))),
      domain: provider?.domain,
      day: dayOf(publishedAt, built.settings.site),
    };
  });
  return {
    files: new Map([...editionFiles(built)].map((file) => [file.path, file])),
    list,
    topics: built.topics.map(({ slug }) => slug),
    domains: built.providers.map(({ domain }) => domain),
  };
}

function filterList({ list }: AppContent, { topics, match, not, provider, period, order }: Filter): string[] {
  const newest = list.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const back = { day: 1, week: 7, month: 30, year: 365 }[period ?? ''];
  const first = back && new Date(Date.parse(newest) - (back - 1) * 86_400_000).toISOString().slice(0, 10);
  const found = list.filter(
    (article) =>
      (topics.length === 0 || topics[match === 'all' ? 'every' : 'some']((slug) => article.topics.has(slug))) &&
      !not.some((slug) => article.topics.has(slug)) &&
      (provider === undefined || article.domain === provider) &&
      (period === undefined || (first ? article.day >= first : article.day.startsWith(period))),
  );
  const slugs = found.map(({ slug }) => slug);
  return order === 'newest' ? slugs : slugs.toReversed();
}

let served: AppContent;
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    const name = decodeURIComponent(address.slice(1));
    asked.push(name);
    const body = served.files.get(name)?.body;
    return Promise.resolve(new Response(body ?? null, { status: body === undefined ? 404 : 200 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

const filterOf = (query: string): Filter => parseFilter({ kind: 'all' }, `?${query}`);

/** How many stories match, and the slugs of those shown. */
async function ask(client: QueryClient, query: string, shown = 30): Promise<{ total: number; slugs: string[] }> {
  const { positions } = await client.query(matchesQuery(filterOf(query)));
  const { articles } = await client.query(storiesQuery(filterOf(query), 0, shown));
  return { total: positions.length, slugs: articles.map(({ slug }) => slug) };
}

async function expectSame(client: QueryClient, query: string, shown?: number): Promise<void> {
  const expected = filterList(served, filterOf(query));
  const { total, slugs } = await ask(client, query, shown);
  expect([query, total]).toEqual([query, expected.length]);
  expect(slugs, query).toEqual(expected.slice(0, shown ?? 30));
}

const newClient = (): QueryClient => new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });

const shared = path.resolve('../shared/real/power-apps');

/** Reading and building take longer than a test's usual time where the machine is busy. */
vi.setConfig({ testTimeout: 60_000 });

describe.runIf(existsSync(shared))('power-apps', () => {
  test('any, all and not of every pair of topics find what going through the whole list finds', async () => {
    served = paperOf(buildIn(shared));
    const client = newClient();
    const { topics } = served;
    const pairs = topics.flatMap((a, index) => topics.slice(index + 1).map((b) => [a, b] as const));
    expect(pairs.length).toBeGreaterThan(20);
    for (const [a, b] of pairs) {
      for (const query of [
        `topics=${a},${b}`,
        `topics=${a},${b}&match=all`,
        `topics=${a}&not=${b}`,
        `topics=${b}&not=${a}`,
      ])
        await expectSame(client, query, 1000);
    }
  });
});

describe('10,000 articles', () => {
  let paper: AppContent;
  beforeAll(() => {
    const dir = createTempFolder('corpus');
    generateCorpus({ dir, files: 10_000 });
    paper = paperOf(buildIn(dir));
  }, 60_000);
  beforeEach(() => {
    served = paper;
  });

  test('200 combinations with provider and period find what going through the whole list finds', async () => {
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
      await expectSame(client, query);
    }
    expect(matched).toBeGreaterThan(80);
  });

  test('only the files that hold matches are fetched', async () => {
    const [a = '', b = ''] = paper.topics;
    const domain = paper.domains.at(-1) ?? '';
    await ask(newClient(), `topics=${a},${b}&provider=${domain}`);
    const pages = asked.filter((name) => name.startsWith('data/feeds/') && !name.endsWith('positions.json'));
    expect(pages.every((name) => name.startsWith(`data/feeds/providers/${domain}/`))).toBe(true);
    expect(asked.filter((name) => name.endsWith('positions.json'))).toHaveLength(3);
    expect(asked).not.toContain('data/days.json');
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('a topic that is not there matches nothing', async () => {
    expect(await ask(newClient(), 'topics=nowhere&period=year')).toEqual({ total: 0, slugs: [] });
  });
});
