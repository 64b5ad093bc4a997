import { setImmediate as nextTurn } from 'node:timers/promises';
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

/** The number of pages that a thread renders together. */
const BLOCK_SIZE = 32;

/**
 * Writes pages and their data: in the main thread, or in others if there are many to write. Meanwhile the main thread
 * writes what else there is.
 */
export function createPageWriter({ writer, context, workers, bundle }: PageWriterInput) {
  const waiting: Waiting[] = [];
  const others: Iterator<OutputFile>[] = [];
  let pool: WorkerPool | undefined;
  let renderHere: ((request: PageRequest) => string) | undefined;

  const startPool = (): WorkerPool =>
    createWorkerPool({ count: workers.count, file: bundle.worker, data: { app: bundle.app.href, context } });

  async function writeHere(): Promise<void> {
    if (waiting.length === 0) return;
    writer.flush();
    renderHere ??= createPageRenderer(await loadApp(bundle.app), context);
    for (const item of waiting.splice(0)) confirm(item, writeJob(toJob(item), renderHere));
  }

  async function writeInThreads(to: WorkerPool): Promise<void> {
    writer.flush();
    while (waiting.length > 0) {
      const block = waiting.splice(0, BLOCK_SIZE);
      await writeOthersUntil(to.hasRoom, to);
      to.submit(block.map(toJob), (results) => {
        for (const [index, item] of block.entries()) confirm(item, results[index] ?? []);
      });
    }
  }

  /** Writes other files until `isReached` returns true, and waits if there are none left. */
  async function writeOthersUntil(isReached: () => boolean, { waitUntil }: WorkerPool): Promise<void> {
    while (!isReached() && writeOther()) await nextTurn();
    await waitUntil(isReached);
  }

  /** Writes one of the other files. Returns whether there was one. */
  function writeOther(): boolean {
    const next = others[0]?.next();
    if (!next) return false;
    if (next.done) others.shift();
    else writer.write(next.value);
    return true;
  }

  function confirm({ data, pageReservation }: Waiting, results: JobResult): void {
    const reservations = [...data.map(({ reservation }) => reservation), pageReservation].filter((item) => !!item);
    for (const [index, reservation] of reservations.entries()) writer.confirm(reservation, results[index]);
  }

  return {
    /** Adds files that may be written before, after and between the pages that follow. */
    add(files: Iterable<OutputFile>): void {
      others.push(files[Symbol.iterator]());
    },
    /** Writes a group of pages, and waits until all are written. */
    async write(group: PageGroup): Promise<void> {
      for (const page of group) {
        const item = reserve(page, writer);
        if (!item) continue;
        waiting.push(item);
        if (waiting.length < BLOCK_SIZE) continue;
        if (workers.count === 1) await writeHere();
        else if (pool || waiting.length >= workers.minPages) await writeInThreads((pool ??= startPool()));
      }
      if (!pool) return writeHere();
      await writeInThreads(pool);
      await writeOthersUntil(pool.isIdle, pool);
    },
    /** Writes the files that are left of those that were added. */
    finish(): void {
      while (writeOther());
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
