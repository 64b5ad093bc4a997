import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IndexSource } from '../../src/app/search/index/index-source.ts';
import { createStoryTest } from '../../src/app/search/matching/story-test.ts';
import { parseQuery } from '../../src/app/search/query/parse-query.ts';
import { runSearch } from '../../src/app/search/run-search.ts';
import type { Summary } from '../../src/model/article.ts';
import { groupBy } from '../../src/pipeline/util/group-by.ts';
import { sourceOf } from '../support/search-source.ts';

/** Judged queries, which are not in the repository. */
const FOLDER = '../shared/search';
const SHOWN = 10;
/** Each judged query is tried with so many different wrong letters. */
const TYPOS = 8;

interface JudgedQuery {
  q: string;
  /** The slugs or numbers of the right articles. */
  right: (string | number)[];
  lang?: string;
}

interface IndexedArticles {
  articles: readonly Summary[];
  source: IndexSource;
}

const indexArticles = (articles: readonly Summary[]): IndexedArticles => ({ articles, source: sourceOf(articles) });

/** Prints how well the results of judged queries are. */
export async function judgeRelevance(print: (line: string) => void): Promise<void> {
  if (!existsSync(FOLDER)) {
    print('The judged queries are missing.');
    return;
  }
  const articles = indexArticles(readLines<Summary>('articles.jsonl').sort(oldestFirst));
  const queries = readJson<JudgedQuery[]>('queries.json');
  print(
    `judged queries: ${describe(await Promise.all(queries.map((query) => rankOf(articles, query))))} (goal: 0.95 in the first five, 0.93)`,
  );
  const wrong = Array.from({ length: TYPOS }, (_, round) => queries.map((query) => withTypo(query, round))).flat();
  print(
    `with one wrong letter: ${describe(await Promise.all(wrong.map((query) => rankOf(articles, query))))} (goal: 0.93 in the first five)`,
  );
  const texts = readLines<{ id: number; title: string }>('texts.jsonl').map(({ id, title }) => ({
    slug: String(id),
    title,
    topics: [],
  }));
  const indexed = indexArticles(texts as unknown as Summary[]);
  const byLanguage = groupBy(readJson<JudgedQuery[]>('text-queries.json'), ({ lang = '' }) => lang);
  for (const [language, ofLanguage] of byLanguage) {
    const found = await Promise.all(
      ofLanguage.map(async (query) => ({ query, slugs: await search(indexed, query.q) })),
    );
    const hits = found.filter(({ query, slugs }) => slugs.slice(0, 5).some((slug) => isRight(query, slug))).length;
    const precision = found.map(
      ({ query, slugs }) => slugs.filter((slug) => isRight(query, slug)).length / Math.max(1, slugs.length),
    );
    print(
      `${language}: ${share(hits, found.length)} in the first five (goal 1.00), precision of ten ${mean(precision).toFixed(3)}`,
    );
  }
}

const isRight = ({ right }: JudgedQuery, slug: string): boolean => right.some((each) => String(each) === slug);

/** The rank of the first right article, from 1; infinite if it is not among the first. */
async function rankOf(articles: IndexedArticles, query: JudgedQuery): Promise<number> {
  const index = (await search(articles, query.q)).findIndex((slug) => isRight(query, slug));
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
}

async function search({ articles, source }: IndexedArticles, text: string): Promise<string[]> {
  const { positions, isExact, ...outcome } = await runSearch({ source, query: parseQuery(text) });
  const test = createStoryTest(outcome);
  const matching: string[] = [];
  for (const position of positions) {
    const article = articles[position];
    if (article && (isExact || test(article))) matching.push(article.slug);
    if (matching.length === SHOWN) break;
  }
  return matching;
}

const describe = (ranks: readonly number[]): string =>
  `first ${share(ranks.filter((rank) => rank === 1).length, ranks.length)}, in the first five ${share(ranks.filter((rank) => rank <= 5).length, ranks.length)}, mean reciprocal rank ${mean(ranks.map((rank) => 1 / rank)).toFixed(3)}`;

const share = (part: number, whole: number): string => (part / whole).toFixed(3);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Puts one wrong letter into a word of a query: replaced, left out, added, or swapped with the next one. */
function withTypo(query: JudgedQuery, round: number): JudgedQuery {
  const words = query.q.split(' ');
  const candidates = [...words.keys()].filter((index) => /^[a-z]{4,}$/i.test(words[index] ?? ''));
  const chosen = candidates[round % candidates.length] ?? 0;
  const word = words[chosen] ?? '';
  const at = (round * 5 + word.length) % word.length;
  const letter = 'etaoinshr'.charAt((round * 7 + at) % 9);
  const typed = [
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ][round % 4];
  return { ...query, q: words.with(chosen, typed ?? word).join(' ') };
}

/** Articles of the same moment are in the order of an edition. */
const oldestFirst = (a: Summary, b: Summary): number =>
  a.publishedAt === b.publishedAt ? (a.slug < b.slug ? 1 : -1) : a.publishedAt < b.publishedAt ? -1 : 1;

const readJson = <T>(name: string): T => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as T;

const readLines = <T>(name: string): T[] =>
  readFileSync(path.join(FOLDER, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
