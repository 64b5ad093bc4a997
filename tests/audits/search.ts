import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Summary } from '../../src/model/article.ts';
import type { CollectionArchivePage } from '../../src/model/edition.ts';
import type { SearchManifest } from '../../src/model/search/search-index.ts';
import { median } from '../bench/cost.ts';
import { generateCorpus } from '../bench/generate.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { serveFolder } from '../support/static-server.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { judgeRelevance } from './search-relevance.ts';
import { heapSize, measureLink, measureSearch, openSearchPage, type SearchCost } from './search-speed.ts';

/** The goals by the number of articles. Times in milliseconds, with a CPU slowdown of 4 and a slow line. */
const GOALS: Record<number, { indexKilobytes: number; first: number }> = {
  1_000: { indexKilobytes: 12, first: 350 },
  10_000: { indexKilobytes: 20, first: 500 },
  100_000: { indexKilobytes: 40, first: 700 },
};
const SLOWDOWN = 4;
const QUERIES = 25;
const LINKS = 5;
/** Only so many articles get a page: the search needs none. */
const PAGES = 300;

/**
 * Measures searches in generated sites of three sizes, on a slow line with a slow CPU, and judges the results of the
 * judged queries if they are there. A missed goal is printed, but is not a failure: times depend on the machine.
 */
export async function auditSearch(): Promise<undefined> {
  await judgeRelevance(print);
  const browser = await launchBrowser();
  for (const count of Object.keys(GOALS).map(Number)) await measureSite(browser, count);
  await browser.close();
}

async function measureSite(browser: TestBrowser, count: number): Promise<void> {
  const content = createTempFolder('content');
  generateCorpus({ dir: content, files: count });
  writeFileSync(path.join(content, 'site.yaml'), `title: Search\npages: newest ${PAGES}\noutputs: []\n`);
  const folder = await buildFolder({ CONTENT_DIR: content });
  print(`${count} articles`);
  printSizes(folder);
  const server = await serveFolder(folder, { encoding: 'gzip' });
  const words = pickWords(folder, QUERIES + 3 * QUERIES);
  const { page, devtools, close } = await openSearchPage(browser, server, SLOWDOWN);
  // The first search also loads the engine.
  await measureSearch(page, server, words[0] ?? '');
  const before = await heapSize(devtools);
  const single: SearchCost[] = [];
  for (const word of words.slice(1, QUERIES + 1)) single.push(await measureSearch(page, server, word));
  print(`  memory after ${QUERIES} queries: ${megabytes((await heapSize(devtools)) - before)} MB (goal 10)`);
  const triple: SearchCost[] = [];
  for (let at = QUERIES + 1; at + 3 <= words.length; at += 3)
    triple.push(await measureSearch(page, server, words.slice(at, at + 3).join(' ')));
  await close();
  const { indexKilobytes, first } = GOALS[count] as { indexKilobytes: number; first: number };
  printSpread(
    'index of a new word, KB',
    single.map(({ indexBytes }) => indexBytes / 1_000),
    indexKilobytes,
  );
  printSpread(
    'index of three words, KB',
    triple.map(({ indexBytes }) => indexBytes / 1_000),
    90,
  );
  printSpread(
    'first result, ms',
    single.map((each) => each.first),
    first,
  );
  printSpread(
    'ten results, ms',
    single.map(({ ten }) => ten),
    800,
  );
  const tasks = [...single, ...triple].flatMap(({ longTasks }) => longTasks).filter((duration) => duration > 100);
  print(
    `  tasks over 100 ms: ${tasks.length}, of ${tasks.map((duration) => duration.toFixed(0)).join(', ')} ms (goal 0)`,
  );
  const links: number[] = [];
  for (const word of words.slice(0, LINKS)) links.push(await measureLink(browser, server, word, SLOWDOWN));
  printSpread('first result after a link to a search, ms', links, 1_100);
  await server.close();
}

/** Words of the titles of articles, from all over the list. */
function pickWords(folder: string, count: number): string[] {
  const articles = summariesOf(folder);
  return Array.from({ length: count }, (_, index) => {
    const { title } = articles[Math.floor(((index + 0.5) * articles.length) / count)] as Summary;
    const long = title.match(/(?<!\p{L})[a-z]{5,}(?!\p{L})/gu) ?? title.match(/\p{L}{2,}/gu) ?? [];
    return long[index % long.length] ?? title;
  });
}

function summariesOf(folder: string): Summary[] {
  const pages = path.join(folder, 'data/feeds/all');
  return readdirSync(pages)
    .filter((name) => /^\d+\.json$/.test(name))
    .flatMap((name) => (JSON.parse(readFileSync(path.join(pages, name), 'utf8')) as CollectionArchivePage).articles);
}

function printSizes(folder: string): void {
  const index = path.join(folder, 'data/search');
  const sizes = new Map(
    readdirSync(index, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, gzipSync(readFileSync(path.join(index, name)), { level: 9 }).length]),
  );
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const texts = summariesOf(folder).map(({ title, excerpt }) => `${title}\n${excerpt}`);
  const { segments } = JSON.parse(readFileSync(path.join(index, 'index.json'), 'utf8')) as SearchManifest;
  const share = (100 * total) / gzipSync(texts.join('\n'), { level: 9 }).length;
  print(
    `  ${sizes.size} files, ${segments.length} segments, ${kilobytes(total)} KB in gzip: ${share.toFixed(0)} % of titles and excerpts (goal 75)`,
  );
  const shards = [...sizes].filter(([name]) => name.includes('/')).map(([, size]) => size);
  print(
    `  largest shard ${kilobytes(Math.max(...shards))} KB (goal 25), manifest ${kilobytes(sizes.get('index.json') ?? 0)} KB (goal 6), words ${kilobytes(sizes.get('words.json') ?? 0)} KB`,
  );
}

function printSpread(what: string, figures: readonly number[], goal: number): void {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  const missed = median(sorted) <= goal ? '' : ': MISSED';
  print(`  ${what}: median ${median(sorted).toFixed(0)}, 90 % ${at(0.9)}, most ${at(1)} (goal ${goal}${missed})`);
}

const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function print(line: string): void {
  console.log(`        ${line}`);
}
