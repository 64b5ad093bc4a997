import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** The resources that a process used since its start. */
export interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

/** Prints the cost of this process. */
export function reportCost(): void {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const cost: Cost = {
    wallSeconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: peakKilobytes() / 1000,
  };
  console.log(JSON.stringify(cost));
}

/** On Linux, `maxRSS` includes the memory of the parent process before `exec`. */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, peak] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak);
}

/** Runs a script that prints its cost. */
export async function costOf(script: string, args: string[]): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args]);
  return JSON.parse(stdout) as Cost;
}

/** The median of each figure. */
export function medianCost(costs: readonly Cost[]): Cost {
  const middle = (figure: keyof Cost): number => median(costs.map((cost) => cost[figure]));
  return {
    wallSeconds: middle('wallSeconds'),
    cpuSeconds: middle('cpuSeconds'),
    peakMegabytes: middle('peakMegabytes'),
  };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
