import { parentPort, workerData } from 'node:worker_threads';
import type { AppServer } from '../../../model/page.ts';
import { createPageRenderer, type PageContext } from '../pages/render-page.ts';
import { type JobResult, type WriteJob, writeJob } from './write-job.ts';

/** The data with which a worker thread starts. */
export interface WorkerData {
  /** The URL of the app's server bundle. */
  app: string;
  context: PageContext;
  /** One number: the index of the job that the worker is running, for the message if the worker ends. */
  progress: Int32Array<SharedArrayBuffer>;
}

/** The reply to a block of jobs. */
export type WorkerReply = { results: JobResult[] } | { error: string };

/*
 * A worker thread that writes blocks of jobs. Vite bundles this file together with the app's server bundle, because
 * Node cannot run TypeScript.
 */
const { app, context, progress } = workerData as WorkerData;
const render = createPageRenderer((await import(/* @vite-ignore */ app)) as AppServer, context);

parentPort?.on('message', (jobs: WriteJob[]) => {
  parentPort?.postMessage(run(jobs));
});

function run(jobs: WriteJob[]): WorkerReply {
  try {
    return {
      results: jobs.map((job, index) => {
        progress[0] = index;
        return writeJob(job, render);
      }),
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
