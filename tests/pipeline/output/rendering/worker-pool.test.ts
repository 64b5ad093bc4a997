import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { PageContext } from '../../../../src/pipeline/output/pages/render-page.ts';
import { createWorkerPool, type WorkerPool } from '../../../../src/pipeline/output/rendering/worker-pool.ts';
import type { JobResult, WriteJob } from '../../../../src/pipeline/output/rendering/write-job.ts';
import { createTempFolder } from '../../../support/temp-folder.ts';

/** A worker that replies to each job with a number from its JSON, or runs code that the job names. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', (jobs) => {
  const results = jobs.map(({ data: [{ json }] }, index) => {
    workerData.progress[0] = index;
    if (json === 'exit') process.exit(3);
    if (json === 'memory') for (const all = []; ; ) all.push(new Array(1e5).fill(all.length));
    if (json === 'throw') throw new Error('broken');
    return [{ size: json === 'options' ? process.execArgv.length : Number(json), mtimeMs: 0 }];
  });
  parentPort.postMessage(jobs.some(({ data }) => data[0].json === 'refuse') ? { error: 'refused' } : { results });
});
`;

function startPool(count: number): WorkerPool {
  const file = path.join(createTempFolder('worker'), 'worker.cjs');
  writeFileSync(file, WORKER);
  const pool = createWorkerPool({ count, file: pathToFileURL(file), data: { app: '', context: {} as PageContext } });
  onTestFinished(() => pool.close());
  return pool;
}

const job = (json: string): WriteJob => ({
  data: [{ path: `data/${json}.json`, json }],
  page: { address: '/', subject: { kind: 'hidden' }, target: { file: `${json}.html`, isLikelyNew: true } },
});

const run = async (pool: WorkerPool, blocks: string[][]): Promise<JobResult[][]> => {
  const results: JobResult[][] = [];
  for (const [index, block] of blocks.entries())
    pool.submit(block.map(job), (found) => {
      results[index] = found;
    });
  await pool.waitUntil(pool.isIdle);
  return results;
};

test('each job gets its result', async () => {
  const blocks = Array.from({ length: 20 }, (_, block) => [`${block * 2}`, `${block * 2 + 1}`]);
  const results = await run(startPool(3), blocks);
  expect(results.flat(2).map((written) => written?.size)).toEqual(Array.from({ length: 40 }, (_, index) => index));
});

// Vitest starts this process with options.
test('a thread does not get the command line options of Node', async () => {
  expect(process.execArgv).not.toEqual([]);
  expect(await run(startPool(1), [['options']])).toEqual([[[{ size: 0, mtimeMs: 0 }]]]);
});

test('a thread has room until some blocks wait for it', async () => {
  const pool = startPool(1);
  expect([pool.hasRoom(), pool.isIdle()]).toEqual([true, true]);
  for (let count = 0; pool.hasRoom() && count < 100; count++) pool.submit([job('1')], () => {});
  expect([pool.hasRoom(), pool.isIdle()]).toEqual([false, false]);
  await pool.waitUntil(pool.hasRoom);
  await pool.waitUntil(pool.isIdle);
  expect([pool.hasRoom(), pool.isIdle()]).toEqual([true, true]);
});

test('an error of a job is reported', async () => {
  await expect(run(startPool(2), [['1'], ['refuse'], ['2']])).rejects.toThrow('refused');
});

test.each([
  ['exits', 'exit', 'exit code 3'],
  ['throws', 'throw', 'broken'],
  ['needs too much memory', 'memory', 'memory'],
])('a thread that %s is reported with its page', async (_, json, reason) => {
  const pool = startPool(1);
  await expect(run(pool, [['1', json]])).rejects.toThrow(
    new RegExp(`^A thread that renders pages ended at ${json}\\.html: .*${reason}`),
  );
  // Later blocks are refused too.
  await expect(run(pool, [['1']])).rejects.toThrow('ended');
});
