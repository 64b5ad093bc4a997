import type { PageOptions } from './browser.ts';

const slowdown = Number(process.env['FAULTS_CPU'] ?? 1);

/** The audit of faults slows down the CPU by a factor. */
export const cpuOptions: PageOptions = slowdown > 1 ? { cpuSlowdown: slowdown } : {};
