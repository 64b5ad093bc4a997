/** What a process used until it said so. */
export interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

/** Prints what this process used since it began. */
export function reportCost(): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost: Cost = {
    wallSeconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1000,
  };
  console.log(JSON.stringify(cost));
}
