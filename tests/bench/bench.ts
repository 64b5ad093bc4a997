import { execFile, spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createTempFolder } from '../support/temp-folder.ts';
import { generateCorpus } from './generate.ts';
import type { StageCost } from './stages.ts';

/** What one build cost. */
interface BuildCost {
  files: number;
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  filesWritten: number;
  megabytesWritten: number;
}

const SMALL = 1_000;
const LARGE = 10_000;

/**
 * Prints what building a site of 1,000 and of 10,000 generated files costs, as a whole and stage by stage. Gives how
 * many times more CPU each stage takes for ten times the files.
 */
export async function bench(): Promise<Record<Stage, number>> {
  console.log('The whole build');
  console.table([await measure(SMALL), await measure(LARGE)]);
  const rounds: [StageCost[], StageCost[]] = [[], []];
  // In turn, so that a machine that grows slower or faster meanwhile does so for both.
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds[0].push(await runStages(SMALL));
    rounds[1].push(await runStages(LARGE));
  }
  const [small, large] = [medianOf(rounds[0]), medianOf(rounds[1])];
  const ratio = (stage: Stage): number => round(large[stage] / small[stage]);
  const ratios = { read: ratio('read'), relate: ratio('relate'), write: ratio('write') };
  console.log(`CPU seconds by stage, median of ${ROUNDS}, and how many times more ${LARGE} files cost than ${SMALL}`);
  console.table([small, large, ratios]);
  return ratios;
}

type Stage = 'read' | 'relate' | 'write';

const ROUNDS = 5;

function medianOf(rounds: StageCost[]): StageCost {
  const middle = (stage: Stage): number =>
    rounds.map((cost) => cost[stage]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  return { files: rounds[0]?.files ?? 0, read: middle('read'), relate: middle('relate'), write: middle('write') };
}

/** Runs the stages in a process of their own. */
async function runStages(files: number): Promise<StageCost> {
  const args = ['--import', 'tsx', path.resolve('tests/bench/stages.ts'), String(files)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as StageCost;
}

async function measure(files: number): Promise<BuildCost> {
  const content = createTempFolder('bench-content');
  const site = createTempFolder('bench-site');
  generateCorpus({ dir: content, files });
  const started = performance.now();
  const { cpuSeconds, peakMegabytes } = await build(content, site);
  const wallSeconds = round((performance.now() - started) / 1000);
  const written = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = written.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  for (const dir of [content, site]) rmSync(dir, { recursive: true, force: true });
  return {
    files,
    wallSeconds,
    cpuSeconds,
    peakMegabytes,
    filesWritten: written.length,
    megabytesWritten: round(bytes / 1e6),
  };
}

/** Runs `vite build` in a process that tells at its end what it used. */
function build(content: string, outDir: string): Promise<{ cpuSeconds: number; peakMegabytes: number }> {
  const vite = pathToFileURL(path.resolve('node_modules/vite/bin/vite.js')).href;
  const script = `process.argv.splice(1, 1, 'vite', 'build', '--outDir', ${JSON.stringify(outDir)});
    process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
      console.log('USED ' + JSON.stringify({ cpu: userCPUTime + systemCPUTime, rss: maxRSS })); });
    await import(${JSON.stringify(vite)});`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script, '-'], {
      env: { ...process.env, CONTENT_DIR: content, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('close', (code) => {
      const used = /USED (\{.*\})/.exec(output)?.[1];
      if (code !== 0 || !used) return reject(new Error(output));
      const { cpu, rss } = JSON.parse(used) as { cpu: number; rss: number };
      resolve({ cpuSeconds: round(cpu / 1e6), peakMegabytes: Math.round(rss / 1000) });
    });
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
