import { Worker } from 'node:worker_threads';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import type { WorkerData, WorkerReply } from './page-worker.ts';
import type { JobResult, WriteJob } from './write-job.ts';

interface PoolInput {
  count: number;
  /** The URL of the bundled `page-worker.ts`. */
  file: URL;
  data: Omit<WorkerData, 'progress'>;
}

/** Threads that write blocks of jobs. */
export interface WorkerPool {
  /** Whether a thread has room for a block. */
  hasRoom: () => boolean;
  /** Sends jobs to the thread that has the least to do. `onResults` gets one result for each job. */
  submit: (jobs: WriteJob[], onResults: (results: JobResult[]) => void) => void;
  /** Whether all jobs are done. */
  isIdle: () => boolean;
  /** Waits for replies of the threads until `isReached` returns true. Rejects if a thread has failed. */
  waitUntil: (isReached: () => boolean) => Promise<void>;
  /** Ends the threads. */
  close: () => Promise<void>;
}

/** A block that was sent to a thread. */
interface Block {
  /** The file of each job, for the message if the thread ends. Not the job itself: its texts need not stay in memory. */
  files: (string | undefined)[];
  onResults: (results: JobResult[]) => void;
}

interface Thread {
  worker: Worker;
  /** In the order in which they were sent. */
  blocks: Block[];
  progress: WorkerData['progress'];
}

/** So many blocks a thread has, so that it has enough to do while the main thread is busy with another file. */
const MAX_BLOCKS = 6;
/** The heap of a thread in megabytes. Without a limit it would be that of the main thread. */
const MAX_HEAP = 512;

/** Starts threads. If one fails, the error names its page. */
export function createWorkerPool({ count, file, data }: PoolInput): WorkerPool {
  let failure: Error | undefined;
  let isClosing = false;
  let wake = (): void => {};
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  const threads = Array.from({ length: count }, startThread);

  function startThread(): Thread {
    const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const workerData: WorkerData = { ...data, progress };
    const worker = new Worker(file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
      // Not those of this process: a loader for TypeScript would be started in each thread.
      execArgv: [],
    });
    const thread: Thread = { worker, blocks: [], progress };
    worker.on('message', (reply: WorkerReply) => {
      const block = thread.blocks.shift();
      if ('error' in reply) fail(new PublisherError(reply.error));
      else block?.onResults(reply.results);
      wake();
    });
    worker.on('error', (error) => fail(new PublisherError(describeEnd(thread, String(error)))));
    worker.on('exit', (code) => {
      if (!isClosing) fail(new PublisherError(describeEnd(thread, `exit code ${code}`)));
    });
    return thread;
  }

  const leastBusy = (): Thread | undefined => threads.toSorted((a, b) => a.blocks.length - b.blocks.length)[0];

  return {
    hasRoom: () => threads.some(({ blocks }) => blocks.length < MAX_BLOCKS),
    submit(jobs, onResults) {
      const thread = leastBusy();
      thread?.blocks.push({ files: jobs.map(({ page, data }) => page?.target.file ?? data[0]?.path), onResults });
      thread?.worker.postMessage(jobs);
    },
    isIdle: () => threads.every(({ blocks }) => blocks.length === 0),
    async waitUntil(isReached) {
      while (!failure && !isReached()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (failure) throw failure;
    },
    async close() {
      isClosing = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Says which page a thread was rendering when it ended. */
function describeEnd({ blocks, progress }: Thread, reason: string): string {
  const file = blocks[0]?.files[progress[0] ?? 0];
  return `A thread that renders pages ended${file === undefined ? '' : ` at ${file}`}: ${reason}`;
}
