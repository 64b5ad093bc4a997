import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import { quote } from '../../diagnostics/quote.ts';

const MAX_WORKERS = 8;
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

/**
 * The number of threads that render pages: `WORKERS`, else one for each core that the process may use, at most eight,
 * and no more than free memory allows. With 1 the main thread renders them.
 */
export function workerCount(env: NodeJS.ProcessEnv, machine: Machine = thisMachine()): number {
  const { WORKERS } = env;
  if (WORKERS !== undefined && WORKERS !== '') {
    if (/^[1-9]\d?$/.test(WORKERS)) return Number(WORKERS);
    throw new PublisherError(`WORKERS: Expected a number from 1 to 99, found ${quote(WORKERS)}.`);
  }
  const limits = [MAX_WORKERS, machine.cores, cpuQuota(machine), machine.memory / WORKER_MEMORY];
  return Math.max(1, Math.floor(Math.min(...limits)));
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
