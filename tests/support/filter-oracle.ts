import { QueryClient } from '@tanstack/react-query';
import { expect, vi } from 'vitest';
import { type Filter, parseFilter } from '../../src/app/filter/address/filter.ts';
import { matchesQuery, storiesQuery } from '../../src/app/filter/matching/filter-queries.ts';
import type { Summary } from '../../src/model/article.ts';
import { dayOf } from '../../src/model/calendar-day.ts';
import type { BuiltEdition } from '../../src/pipeline/edition/build-edition.ts';
import { editionFiles } from '../../src/pipeline/output/data/index.ts';
import { searchFiles } from '../../src/pipeline/output/search/search-files.ts';

/* The app computes the result of a filter from positions files. Here it is compared with filtering the whole list. */

/** The files of an edition, and its articles, newest first. */
export interface TestPaper {
  files: Map<string, { body: string }>;
  list: Listed[];
  topics: string[];
  domains: string[];
}

interface Listed {
  slug: string;
  /** Its topics and their parents. */
  topics: Set<string>;
  domain: string | undefined;
  /** The primary language. */
  language: string | undefined;
  day: string;
}

export function paperOf(built: BuiltEdition): TestPaper {
  const parents = new Map(built.topics.map(({ slug, parent }) => [slug, parent]));
  const withParents = (slug: string | undefined): string[] =>
    slug === undefined ? [] : [slug, ...withParents(parents.get(slug))];
  const list = built.articles.map((record): Listed => {
    const {
      slug,
      topics,
      provider,
      publishedAt,
      lang = built.settings.site.language,
    } = JSON.parse(built.serializer.summary(record)) as Summary;
    return {
      slug,
      topics: new Set(topics.flatMap((topic) => withParents(topic.slug))),
      domain: provider?.domain,
      language: /^[a-z]+/.exec(lang)?.[0],
      day: dayOf(publishedAt, built.settings.site),
    };
  });
  return {
    files: new Map([...editionFiles(built), ...searchFiles(built)].map((file) => [file.path, file])),
    list,
    topics: built.topics.map(({ slug }) => slug),
    domains: built.providers.map(({ domain }) => domain),
  };
}

export function filterList({ list }: TestPaper, filter: Filter): string[] {
  const { topics, match, not, provider, language, period, order } = filter;
  const newest = list.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const days = { day: 1, week: 7, month: 30, year: 365 }[period ?? ''];
  const first = days && new Date(Date.parse(newest) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const found = list.filter(
    (article) =>
      (topics.length === 0 || topics[match === 'all' ? 'every' : 'some']((slug) => article.topics.has(slug))) &&
      !not.some((slug) => article.topics.has(slug)) &&
      (provider === undefined || article.domain === provider) &&
      (language === undefined || article.language === language) &&
      (period === undefined || (first ? article.day >= first : article.day.startsWith(period))),
  );
  const slugs = found.map(({ slug }) => slug);
  return order === 'newest' ? slugs : slugs.toReversed();
}

/** Mocks `fetch` with the files of an edition. Returns a list to which the names of requested files are added. */
export function servePaper({ files }: TestPaper): string[] {
  const requested: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    const name = decodeURIComponent(address.slice(1)).replace(/\?.*/, '');
    requested.push(name);
    const body = files.get(name)?.body;
    return Promise.resolve(new Response(body ?? null, { status: body === undefined ? 404 : 200 }));
  });
  return requested;
}

export const newClient = (): QueryClient => new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });

export const filterOf = (query: string): Filter => parseFilter({ kind: 'all' }, `?${query}`);

/** The number of stories that match, and the slugs of those shown. */
export async function ask(client: QueryClient, query: string, shown = 30): Promise<{ total: number; slugs: string[] }> {
  const { positions } = await client.query(matchesQuery(filterOf(query)));
  const { articles } = await client.query(storiesQuery(filterOf(query), 0, shown));
  return { total: positions.length, slugs: articles.map(({ slug }) => slug) };
}

/** Expects that the filter finds the same as filtering the whole list. */
export async function expectSame(paper: TestPaper, client: QueryClient, query: string, shown = 30): Promise<void> {
  const expected = filterList(paper, filterOf(query));
  const { total, slugs } = await ask(client, query, shown);
  expect([query, total]).toEqual([query, expected.length]);
  expect(slugs, query).toEqual(expected.slice(0, shown));
}

/** Does the same for any, all and not of every pair of topics. */
export async function expectSamePairs(paper: TestPaper): Promise<void> {
  servePaper(paper);
  const client = newClient();
  const { topics } = paper;
  const pairs = topics.flatMap((a, index) => topics.slice(index + 1).map((b) => [a, b] as const));
  expect(pairs.length).toBeGreaterThan(20);
  for (const [a, b] of pairs) {
    for (const query of [
      `topics=${a},${b}`,
      `topics=${a},${b}&match=all`,
      `topics=${a}&not=${b}`,
      `topics=${b}&not=${a}`,
    ])
      await expectSame(paper, client, query, 1000);
  }
}
