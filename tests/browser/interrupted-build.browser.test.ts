import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { generateCorpus } from '../bench/generate.ts';
import { buildInto } from '../support/build-site.ts';
import { listFiles } from '../support/site-expectations.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { startVite } from '../support/vite-process.ts';

const content = createTempFolder('content');
const reference = createTempFolder('site');

beforeAll(async () => {
  generateCorpus({ dir: content, files: 300 });
  expect((await buildInto(reference, { CONTENT_DIR: content })).exitCode).toBe(0);
});

/** Expects the files of a complete build, and no others. */
function expectComplete(folder: string): void {
  expect(listFiles(folder)).toEqual(listFiles(reference));
  const differs = (file: string): boolean =>
    !readFileSync(path.join(folder, file)).equals(readFileSync(path.join(reference, file)));
  expect(listFiles(folder).filter(differs)).toEqual([path.join('data', 'build.json')]);
}

/** The number of articles with a folder. */
function countArticles(folder: string): number {
  try {
    return readdirSync(path.join(folder, 'articles'), { recursive: true }).length;
  } catch {
    return 0;
  }
}

describe.each(['1', '2'])('with WORKERS=%s', (WORKERS) => {
  test.each(['SIGINT', 'SIGKILL'] as const)('a build that ends by %s is completed by the next one', async (signal) => {
    const folder = createTempFolder('site');
    const child = startVite(['build', '--outDir', folder], { CONTENT_DIR: content, WORKERS });
    const exit = new Promise<[number | null, string | null]>((resolve) => {
      child.on('close', (code, by) => resolve([code, by]));
    });
    await vi.waitFor(() => expect(countArticles(folder)).toBeGreaterThan(50), { timeout: 60_000, interval: 1 });
    child.kill(signal);
    expect(await exit).toEqual([null, signal]);
    const next = await buildInto(folder, { CONTENT_DIR: content, WORKERS });
    expect(next.exitCode).toBe(0);
    expect(next.stdout).toContain('An earlier build into this folder did not finish. This one has completed it.');
    expectComplete(folder);
    const { stdout } = await buildInto(folder, { CONTENT_DIR: content, WORKERS });
    expect(stdout).not.toContain('did not finish');
  });
});

test('two builds at once into one folder write a complete site', async () => {
  const folder = createTempFolder('site');
  const builds = await Promise.all([1, 2].map(() => buildInto(folder, { CONTENT_DIR: content, WORKERS: '2' })));
  expect(builds.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expectComplete(folder);
});
