import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import { quote } from '../../diagnostics/quote.ts';

const MAX_WORKERS = 8;
/** With fewer pages, starting threads takes more time than it saves: each one loads and compiles the app. */
const MIN_PAGES = 1_500;
/** The memory that a worker needs, in bytes. */
const WORKER_MEMORY = 150_000_000;

/** The resources of the machine. */
interface Machine {
  cores: number;
  /** The memory that is free for this process, in bytes. */
  memory: number;
  /** Reads a file of the system. `undefined` if there is none. */
  read: (file: string) => string | undefined;
}

/** The threads that render pages. */
export interface Workers {
  /** With 1 the main thread renders all pages. */
  count: number;
  /** With fewer pages to write, the main thread renders them. */
  minPages: number;
}

/**
 * Chooses the number of threads that render pages: the environment variable `WORKERS`, else one for each core that the
 * process may use, at most eight, and no more than free memory allows.
 */
export function chooseWorkers({ WORKERS = '' }: NodeJS.ProcessEnv, machine: Machine = thisMachine()): Workers {
  if (/^[1-9]\d?$/.test(WORKERS)) return { count: Number(WORKERS), minPages: 0 };
  if (WORKERS !== '') throw new PublisherError(`WORKERS: Expected a number from 1 to 99, found ${quote(WORKERS)}.`);
  const limits = [MAX_WORKERS, machine.cores, cpuQuota(machine), machine.memory / WORKER_MEMORY];
  return { count: Math.max(1, Math.floor(Math.min(...limits))), minPages: MIN_PAGES };
}

const thisMachine = (): Machine => ({
  cores: availableParallelism(),
  memory: process.availableMemory(),
  read: (file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
});

/**
 * The number of cores that the control group of the process may use, which Node 20 does not consider. Containers see their
 * own group at the root. https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files
 */
function cpuQuota({ read }: Machine): number {
  const own = /^0::(\/.*)$/m.exec(read('/proc/self/cgroup') ?? '')?.[1] ?? '/';
  const parents = own.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));
  const quotas = ['', ...parents].flatMap((group) => read(`/sys/fs/cgroup${group}/cpu.max`) ?? []);
  const folder = '/sys/fs/cgroup/cpu/cpu.cfs';
  quotas.push(`${read(`${folder}_quota_us`) ?? ''} ${read(`${folder}_period_us`) ?? ''}`);
  // Without a limit, the quota is `max` or -1.
  const numbers = quotas.map((text) => text.split(/\s+/).map(Number)).map(([quota = 0, period = 0]) => quota / period);
  return Math.min(...numbers.filter((cores) => cores > 0));
}
