import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** What a process used from its start until it said so. */
export interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

/** Prints what this process used. */
export function reportCost(): void {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const cost: Cost = {
    wallSeconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: peakKilobytes() / 1000,
  };
  console.log(JSON.stringify(cost));
}

/** On Linux, `maxRSS` counts what the process was that started this one. */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, peak] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak);
}

/** Runs a script that reports its cost. */
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
