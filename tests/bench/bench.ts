import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTempFolder } from '../support/temp-folder.ts';
import { generateCorpus } from './generate.ts';

/** What one build cost. */
export interface BuildCost {
  files: number;
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  filesWritten: number;
  megabytesWritten: number;
}

/** Prints what building a site of 1,000 and of 10,000 generated files costs, and the ratio. */
export async function bench(): Promise<{ small: BuildCost; large: BuildCost; ratio: number }> {
  const small = await measure(1_000);
  const large = await measure(10_000);
  const ratio = large.cpuSeconds / small.cpuSeconds;
  console.table([small, large]);
  console.log(`CPU at 10,000 is ${ratio.toFixed(1)} times that at 1,000`);
  return { small, large, ratio };
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
