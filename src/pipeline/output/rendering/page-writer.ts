import type { AppServer } from '../../../model/page.ts';
import type { OutputFile } from '../files/output-file.ts';
import type { OutputWriter, Reservation } from '../files/output-writer.ts';
import type { DataFiles, PageFile, PageGroup } from '../pages/page-files.ts';
import { createPageRenderer, type PageContext, type PageRequest } from '../pages/render-page.ts';
import type { Workers } from './choose-workers.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';
import { type JobResult, type Target, type WriteJob, writeJob } from './write-job.ts';

interface PageWriterInput {
  writer: OutputWriter;
  context: PageContext;
  workers: Workers;
  /** The URLs of the app's server bundle and of the bundled `page-worker.ts`. */
  bundle: { app: URL; worker: URL };
}

/** A page with its data, of which at least one file must be written. */
interface Waiting {
  page: PageFile | DataFiles;
  data: { file: OutputFile; reservation?: Reservation | undefined }[];
  pageReservation?: Reservation | undefined;
}

/** The number of pages that are sent to a thread together. */
const BLOCK_SIZE = 32;

/** Writes pages and their data: in threads if there are many to write, else in the main thread. */
export function createPageWriter({ writer, context, workers, bundle }: PageWriterInput) {
  const waiting: Waiting[] = [];
  let pool: WorkerPool | undefined;
  let renderHere: ((request: PageRequest) => string) | undefined;

  async function writeHere(): Promise<void> {
    if (waiting.length === 0) return;
    writer.flush();
    renderHere ??= createPageRenderer(await loadApp(bundle.app), context);
    for (const item of waiting.splice(0)) confirm(item, writeJob(toJob(item), renderHere));
  }

  async function writeInThreads(): Promise<void> {
    writer.flush();
    pool ??= createWorkerPool({ count: workers.count, file: bundle.worker, data: { app: bundle.app.href, context } });
    while (waiting.length > 0) {
      const block = waiting.splice(0, BLOCK_SIZE);
      await pool.submit(block.map(toJob), (results) => {
        for (const [index, item] of block.entries()) confirm(item, results[index] ?? []);
      });
    }
  }

  function confirm({ data, pageReservation }: Waiting, results: JobResult): void {
    const reservations = [...data.map(({ reservation }) => reservation), pageReservation].filter((item) => !!item);
    for (const [index, reservation] of reservations.entries()) writer.confirm(reservation, results[index]);
  }

  return {
    /** Writes a group of pages, and waits until all are written. */
    async write(group: PageGroup): Promise<void> {
      for (const page of group) {
        const item = reserve(page, writer);
        if (!item) continue;
        waiting.push(item);
        if (waiting.length < BLOCK_SIZE) continue;
        if (workers.count === 1) await writeHere();
        else if (pool || waiting.length >= workers.minPages) await writeInThreads();
      }
      if (!pool) return writeHere();
      await writeInThreads();
      await pool.drain();
    },
    close: async (): Promise<void> => pool?.close(),
  };
}

/** Reserves the files of a page. `undefined` if none has changed. */
function reserve(page: PageFile | DataFiles, writer: OutputWriter): Waiting | undefined {
  const data = page.data.map((file) => ({ file, reservation: writer.reserve(file) }));
  const pageReservation = page.path === undefined ? undefined : writer.reserve(page);
  const hasChanged = pageReservation !== undefined || data.some(({ reservation }) => reservation);
  return hasChanged ? { page, data, pageReservation } : undefined;
}

function toJob({ page, data, pageReservation }: Waiting): WriteJob {
  const own = data.map(({ file, reservation }) => ({
    path: file.path,
    json: file.body,
    target: reservation && targetOf(reservation),
  }));
  if (page.path === undefined || !pageReservation) return { data: own };
  const { address, subject, otherData } = page;
  const others = otherData.map(({ path, body }) => ({ path, json: body }));
  return { data: [...own, ...others], page: { address, subject, target: targetOf(pageReservation) } };
}

const targetOf = ({ file, isLikelyNew }: Reservation): Target => ({ file, isLikelyNew });

/** Imports the app's server bundle. Only here and in `page-worker.ts` the pipeline runs code of the app. */
const loadApp = async (url: URL): Promise<AppServer> => (await import(/* @vite-ignore */ url.href)) as AppServer;
