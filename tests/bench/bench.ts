import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { articlesFile } from '../../src/pipeline/content/cache/cache-folder.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { buildSite, type SiteCost } from './build-site.ts';
import { bundleScripts } from './bundle-scripts.ts';
import { type Cost, costOf, medianCost } from './cost.ts';
import { measureDevEdit } from './dev-edit.ts';
import { contentFile, corpusFile, generateCorpus } from './generate.ts';
import { profileScript } from './profile.ts';

/**
 * `cold` goes from content folder to JSON, without a cache and without earlier output. `second` does it again in a new
 * process, with one changed file. `faulty` is cold, with errors in a tenth of the files. `site` is `vite build` with all
 * pages, `siteAgain` the same in a new process with one more article. `full` and `fullAgain` are these two with feeds,
 * sitemaps and the legacy API.
 */
type Run = 'naive' | 'cold' | 'second' | 'faulty' | 'site' | 'siteAgain' | 'full' | 'fullAgain';

/** The measurements of `npm run bench` for one number of files. */
export interface Figures extends Record<Run, Cost> {
  /** Files and bytes that `cold` and `naive` write. */
  written: { files: number; bytes: number };
  naiveWritten: { files: number; bytes: number };
  /** Files and bytes of the whole site. */
  siteWritten: { files: number; bytes: number };
  fullWritten: { files: number; bytes: number };
  /** The number of files that one more article changes: of the site, with all outputs, and of the legacy API alone. */
  rewritten: { site: number; full: number; api: number };
  /** Milliseconds from writing a file until the page in the dev server shows it. */
  devEdit: number;
}

/** All outputs that `site.yaml` can enable. */
const ALL_OUTPUTS = ['atom', 'rss', 'jsonFeed', 'sitemap', 'newsSitemap', 'robots', 'api'];
const WITHOUT_API = ALL_OUTPUTS.filter((output) => output !== 'api');

const ROUNDS = 5;
/** With this number of files a round takes minutes. */
const FEW_ROUNDS_FROM = 50_000;
const FEW_ROUNDS = 3;

/** Measures the pipeline with these numbers of files. The runs alternate, so that ratios are valid on a busy machine. */
export async function bench(sizes: readonly number[]): Promise<Map<number, Figures>> {
  const scripts = await bundleScripts();
  const figures = new Map<number, Figures>();
  for (const files of sizes) figures.set(files, await measure(files, scripts));
  rmSync(path.resolve(scripts, '../..'), { recursive: true });
  return figures;
}

async function measure(files: number, scripts: string): Promise<Figures> {
  const dir = createTempFolder('bench');
  const at = (name: string): string => path.join(dir, name);
  generateCorpus({ dir: at('content'), files });
  generateCorpus({ dir: at('faulty'), files, faulty: Math.round(files / 10) });
  const run = (name: string, content: string, round: number, out = content): Promise<Cost> => {
    const folders = [`${out}-${round}`, `${out}-${round}-cache`].map(at);
    mkdirSync(folders[1] ?? '', { recursive: true });
    return costOf(path.join(scripts, `${name}.js`), [at(content), ...folders]);
  };
  const costs: Record<Run, Cost[]> = {
    naive: [],
    cold: [],
    second: [],
    faulty: [],
    site: [],
    siteAgain: [],
    full: [],
    fullAgain: [],
  };
  const rewritten = { site: 0, full: 0, api: 0 };
  /** Builds the whole site without a cache, and again in a new process with one more article. */
  const buildTwice = async (out: string, outputs: readonly string[], round: number): Promise<[SiteCost, SiteCost]> => {
    rmSync(articlesFile(process.cwd(), at('content')), { force: true });
    const build = { content: at('content'), outDir: at(out), scripts, outputs };
    const cold = await buildSite(build);
    const added = path.join(at('content'), `added-${round}.md`);
    writeFileSync(added, contentFile(-1 - round));
    const again = await buildSite(build);
    rmSync(added);
    rmSync(path.join(at('content'), 'site.yaml'));
    return [cold, again];
  };
  const turns: ((round: number) => Promise<void>)[] = [
    async (round) => void costs.naive.push(await run('naive', 'content', round, 'naive')),
    async (round) => {
      costs.cold.push(await run('compile', 'content', round));
      appendFileSync(path.join(at('content'), corpusFile(0)), `\nChanged ${round} times.\n`);
      costs.second.push(await run('compile', 'content', round));
    },
    async (round) => void costs.faulty.push(await run('compile', 'faulty', round)),
    async (round) => {
      const [cold, again] = await buildTwice(`site-${round}`, [], round);
      costs.site.push(cold);
      costs.siteAgain.push(again);
      rewritten.site = again.rewritten;
    },
    async (round) => {
      const [cold, again] = await buildTwice(`full-${round}`, ALL_OUTPUTS, round);
      costs.full.push(cold);
      costs.fullAgain.push(again);
      rewritten.full = again.rewritten;
    },
  ];
  for (let round = 0; round < (files < FEW_ROUNDS_FROM ? ROUNDS : FEW_ROUNDS); round += 1) {
    // The order alternates, because the state of the file system changes during a round.
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn(round);
  }
  const [written, naiveWritten] = [sizeOf(at('content-0')), sizeOf(at('naive-0'))];
  const [siteWritten, fullWritten] = [sizeOf(at('site-0')), sizeOf(at('full-0'))];
  rewritten.api = rewritten.full - (await buildTwice('fewer', WITHOUT_API, 0))[1].rewritten;
  const devEdit = await measureDevEdit(at('content'), corpusFile(0));
  rmSync(dir, { recursive: true, force: true });
  return {
    naive: medianCost(costs.naive),
    cold: medianCost(costs.cold),
    second: medianCost(costs.second),
    faulty: medianCost(costs.faulty),
    site: medianCost(costs.site),
    siteAgain: medianCost(costs.siteAgain),
    full: medianCost(costs.full),
    fullAgain: medianCost(costs.fullAgain),
    siteWritten,
    fullWritten,
    rewritten,
    written,
    naiveWritten,
    devEdit,
  };
}

function sizeOf(dir: string): { files: number; bytes: number } {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return { files: files.length, bytes };
}

/** Formats the figures as a Markdown table. */
export function tableOf(figures: ReadonlyMap<number, Figures>): string {
  const rows = [...figures].flatMap(([files, all]) => rowsOf(files, all));
  const head = ['Files', 'What', 'CPU', '', 'Wall', 'Peak memory', '', 'Written'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowsOf(files: number, all: Figures): string[][] {
  const row = (name: string, cost: Cost, written = ''): string[] => [
    files.toLocaleString('en'),
    name,
    `${cost.cpuSeconds.toFixed(2)} s`,
    `${(cost.cpuSeconds / all.naive.cpuSeconds).toFixed(2)}x`,
    `${cost.wallSeconds.toFixed(2)} s`,
    `${cost.peakMegabytes.toFixed(0)} MB`,
    `${(cost.peakMegabytes / all.naive.peakMegabytes).toFixed(2)}x`,
    written,
  ];
  const sizeOfAll = ({ files: count, bytes }: Figures['written']): string =>
    `${count.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB`;
  return [
    row('naive', all.naive, sizeOfAll(all.naiveWritten)),
    row('cold', all.cold, sizeOfAll(all.written)),
    row('second, one file changed', all.second),
    row('cold, errors in a tenth', all.faulty),
    row('whole site, cold', all.site, sizeOfAll(all.siteWritten)),
    row('whole site, one article more', all.siteAgain, `${all.rewritten.site} files`),
    row('with every output, cold', all.full, sizeOfAll(all.fullWritten)),
    row(
      'with every output, one article more',
      all.fullAgain,
      `${all.rewritten.full} files, ${all.rewritten.api} of the API`,
    ),
    [files.toLocaleString('en'), 'dev server, edit to page', '', '', `${all.devEdit.toFixed(0)} ms`, '', '', ''],
  ];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { profile: { type: 'boolean' } }, allowPositionals: true });
  const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000];
  if (values.profile) return printProfile(sizes[0] ?? 10_000);
  console.log(tableOf(await bench(sizes)));
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `\n${availableParallelism()} cores (${cpus()[0]?.model}), ${memory} GB, ${process.platform}, Node ${process.version}`,
  );
}

async function printProfile(files: number): Promise<void> {
  const dir = createTempFolder('bench');
  generateCorpus({ dir: path.join(dir, 'content'), files });
  mkdirSync(path.join(dir, 'cache'));
  const script = path.join(await bundleScripts(), 'compile.js');
  const modules = profileScript(
    script,
    ['content', 'site', 'cache'].map((name) => path.join(dir, name)),
  );
  for (const [name, milliseconds] of modules.slice(0, 40))
    console.log(`${milliseconds.toFixed(0).padStart(7)} ms  ${name}`);
}

if (import.meta.filename === process.argv[1]) await main();
