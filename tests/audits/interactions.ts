import { existsSync } from 'node:fs';
import path from 'node:path';
import { median } from '../bench/cost.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { generatedSite, sampleSite } from '../support/budget-sites.ts';
import { buildFolder } from '../support/build-site.ts';
import { serveFolder } from '../support/static-server.ts';
import { appendPages } from './append-pages.ts';
import { filterInPlace } from './filter-in-place.ts';
import { type Interaction, tryInteractions } from './try-interactions.ts';

/** The sites to measure. Each function returns a folder, or `undefined` if the content is missing. */
const SITES: Record<string, () => Promise<string | undefined>> = {
  sample: async () => (await sampleSite()).folder,
  'power-apps': () => realSite('../shared/real/power-apps'),
  '10,000 articles': async () => (await generatedSite(10_000)).folder,
};
/** The site whose lists are long enough to append older stories several times. */
const LONG = '10,000 articles';

const ROUNDS = 5;
const RUNS = 3;
/** In milliseconds, with a CPU slowdown of 4. */
const GOALS = { first: 100, all: 300, interaction: 100 };
const SLOWDOWN = 4;
const MIN_LISTED = 5;

/**
 * Measures in a browser with real input how soon readers see the result of an interaction. A missed goal is printed, but
 * is not a failure, because times depend on the machine.
 */
export async function measureInteractions(): Promise<undefined> {
  const browser = await launchBrowser();
  for (const [name, build] of Object.entries(SITES)) {
    const folder = await build();
    if (folder === undefined) print(`${name}: the content is missing`);
    else await measureSite(browser, name, folder);
  }
  await browser.close();
}

async function realSite(content: string): Promise<string | undefined> {
  if (!existsSync(content)) return undefined;
  return buildFolder({ CONTENT_DIR: path.resolve(content) });
}

async function measureSite(browser: TestBrowser, name: string, folder: string): Promise<void> {
  const site = await serveFolder(folder);
  print(name);
  for (const { what, first, all } of await filterInPlace(browser, site.url, SLOWDOWN, ROUNDS)) {
    printTimes(`${what}: first screen`, first, GOALS.first);
    printTimes(`${what}: all`, all, GOALS.all);
  }
  const runs: Interaction[][] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await tryInteractions(browser, site.url, SLOWDOWN));
  printInteractions(runs);
  if (name === LONG) await printAppending(browser, site.url);
  await site.close();
}

function printTimes(what: string, times: readonly number[], goal: number): void {
  const middle = median(times);
  const [best, worst] = [Math.min(...times), Math.max(...times)].map(round);
  print(`  ${what}: ${round(middle)} ms, from ${best} to ${worst} (goal ${goal}${missed(middle, goal)})`);
}

function printInteractions(runs: readonly Interaction[][]): void {
  const worst = median(runs.map((run) => Math.max(...run.map(({ duration }) => duration))));
  const all = runs.map((run) => Math.max(...run.map(({ duration }) => duration))).join(', ');
  print(
    `  ${runs[0]?.length} interactions: the worst ${worst} ms, in runs ${all} (goal ${GOALS.interaction}${missed(worst, GOALS.interaction)})`,
  );
  const names = runs[0]?.map(({ name }) => name) ?? [];
  const typical = names.map((name) => medianOf(runs.flatMap((run) => run.filter((each) => each.name === name))));
  const slowest = typical.sort((a, b) => b.duration - a.duration);
  for (const each of slowest.filter((one, index) => index < MIN_LISTED || one.duration > GOALS.interaction)) {
    const { name, duration, delay, processing, presentation } = each;
    print(
      `    ${name}: ${duration} ms (delay ${round(delay)}, work ${round(processing)}, paint ${round(presentation)})`,
    );
  }
}

/** The median of the same interaction in several runs. */
const medianOf = (runs: readonly Interaction[]): Interaction =>
  [...runs].sort((a, b) => a.duration - b.duration)[Math.floor(runs.length / 2)] as Interaction;

async function printAppending(browser: TestBrowser, url: string): Promise<void> {
  const appended = await appendPages(browser, url);
  const long = appended.reduce((sum, { longTasks }) => sum + longTasks, 0);
  const gaps = appended.map(({ longestGap }) => round(longestGap)).join(', ');
  print(
    `  older stories, ${appended.length} times: ${long} tasks over 50 ms (goal 0${missed(long, 0)}), longest ${gaps} ms`,
  );
}

const round = (milliseconds: number): string => milliseconds.toFixed(0);
const missed = (figure: number, goal: number): string => (figure <= goal ? '' : ': MISSED');

function print(line: string): void {
  console.log(`        ${line}`);
}
